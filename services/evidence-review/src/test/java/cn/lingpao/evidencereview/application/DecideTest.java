package cn.lingpao.evidencereview.application;

import static cn.lingpao.evidencereview.domain.Samples.CAMPAIGN;
import static cn.lingpao.evidencereview.domain.Samples.DECIDED;
import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.NOW;
import static cn.lingpao.evidencereview.domain.Samples.cell;
import static cn.lingpao.evidencereview.domain.Samples.id;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.DecisionRow.Unreadable;
import cn.lingpao.evidencereview.application.Report.Line;
import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Fault;
import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.evidencereview.domain.Verdict;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideTest {

    private static final Caller ADMINISTRATOR = new Caller("root", false, false, true);
    private static final Caller REVIEWER = new Caller("r", true, false, false);

    private final InMemoryCells cells = new InMemoryCells();
    private Runnable logFollowed = () -> {};

    @BeforeEach
    void observe() {
        cells.save(List.of(
                cell(ReviewMode.NONE, observation("o1", MET, 1)),
                cell(ReviewMode.SINGLE, observation("o1", MET, 1)),
                cell(ReviewMode.DOUBLE, observation("o1", MET, 1))));
        cells.told.clear();
    }

    @Test
    void an_administrator_imports_what_two_reviewers_and_an_arbiter_decided() {
        Report report = decide(
                ADMINISTRATOR,
                row(1, "double", MET, "reviewer-1"),
                row(2, "double", NOT_MET, "reviewer-2"),
                row(3, "double", NOT_MET, "arbiter"));
        assertThat(lines(report))
                .containsExactly("1 ACCEPTED FIRST_DECISION", "2 ACCEPTED DISPUTED", "3 ACCEPTED DECIDED");
        assertThat(cells.told).singleElement().satisfies(verdict -> assertThat(verdict.decidedBy())
                .containsExactly("reviewer-1", "reviewer-2", "arbiter"));
    }

    @Test
    void the_same_batch_again_changes_nothing_and_says_so() {
        DecisionRow[] rows = {
            row(1, "double", MET, "reviewer-1"),
            row(2, "double", NOT_MET, "reviewer-2"),
            row(3, "double", NOT_MET, "arbiter"),
            row(4, "single", MET, "reviewer-1")
        };
        decide(ADMINISTRATOR, rows);
        Report again = decide(ADMINISTRATOR, rows);
        assertThat(again.count(Report.Outcome.REPEATED)).isEqualTo(4);
        assertThat(cells.told).hasSize(2);
    }

    @Test
    void a_reviewer_decides_in_the_own_name_only() {
        assertThat(lines(decide(REVIEWER, row(1, "single", MET, "somebody")))).containsExactly("1 not-allowed");
        assertThat(lines(decide(REVIEWER, row(2, "single", MET, "r")))).containsExactly("2 ACCEPTED DECIDED");
        assertThat(cells.told).extracting(Verdict::decidedBy).containsExactly(List.of("r"));
    }

    @Test
    void an_administrator_is_no_reviewer() {
        assertThat(lines(decide(ADMINISTRATOR, row(1, "single", MET, null)))).containsExactly("1 wrong-role");
    }

    @Test
    void each_row_is_refused_for_its_own_reason() {
        Report report = decide(
                REVIEWER,
                new Unreadable(1, new Fault(null, Code.NOT_JSON, "no")),
                row(2, "none", MET, null),
                row(3, "other", MET, null),
                new Readable(4, new CellId("c", "u", "single"), MET, null, null, DECIDED),
                row(5, "single", Value.grade("part"), null),
                new Readable(6, id("single"), MET, null, null, null),
                row(7, "single", MET, null));
        assertThat(lines(report))
                .containsExactly(
                        "1 not-json",
                        "2 not-reviewed",
                        "3 unknown-cell",
                        "4 unknown-cell",
                        "5 wrong-value",
                        "6 missing",
                        "7 ACCEPTED DECIDED");
    }

    @Test
    void a_decision_waits_for_the_observations_that_were_in_the_log_before_it() {
        logFollowed =
                () -> cells.save(List.of(Cell.unseen(new CellId("c", "late", "single"), "provincial", ReviewMode.SINGLE)
                        .observe(List.of(observation("o1", MET, 1)))));
        Readable row = new Readable(1, new CellId("c", "late", "single"), MET, null, null, DECIDED);
        assertThat(use().decide(row, REVIEWER).outcome()).isEqualTo(Report.Outcome.ACCEPTED);
    }

    @Test
    void a_cell_that_somebody_else_changed_in_between_is_decided_on_anew() {
        cells.beforeSaving(() -> decide(ADMINISTRATOR, row(9, "double", NOT_MET, "reviewer-2")));
        Report report = decide(ADMINISTRATOR, row(1, "double", MET, "reviewer-1"), row(2, "single", MET, "reviewer-1"));
        assertThat(lines(report)).containsExactly("1 ACCEPTED DISPUTED", "2 ACCEPTED DECIDED");
    }

    @Test
    void an_unknown_campaign_is_refused_as_a_whole() {
        assertThatThrownBy(() -> use().decide("other", List.<DecisionRow>of().iterator(), REVIEWER))
                .isInstanceOf(UnknownCampaign.class);
    }

    private Report decide(Caller caller, DecisionRow... rows) {
        return use().decide("c", List.of(rows).iterator(), caller);
    }

    private Decide use() {
        Registry registry = new Registry() {
            @Override
            public Optional<Campaign> campaign(String campaignId) {
                return Optional.of(CAMPAIGN).filter(each -> each.id().equals(campaignId));
            }

            @Override
            public List<String> campaigns() {
                return List.of(CAMPAIGN.id());
            }

            @Override
            public void refresh() {}
        };
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        WatchMachines machines = new WatchMachines(cells, new InMemoryFallbacks(), registry, clock);
        return new Decide(new FollowedLog(), registry, cells, machines, clock);
    }

    private static DecisionRow row(int line, String checkPoint, Value value, @Nullable String by) {
        return new Readable(line, id(checkPoint), value, "because", by, DECIDED);
    }

    private static List<String> lines(Report report) {
        return report.rows().stream().map(DecideTest::line).toList();
    }

    private static String line(Line line) {
        Fault fault = line.fault();
        return line.number() + " "
                + (fault == null
                        ? line.outcome() + " " + line.stage()
                        : fault.code().text());
    }

    private final class FollowedLog implements Projection {

        @Override
        public void awaitEndOfLog() {
            logFollowed.run();
        }

        @Override
        public void followForAWhile() {}
    }
}
