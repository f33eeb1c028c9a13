package cn.lingpao.datacollection.application;

import static cn.lingpao.datacollection.domain.Samples.NOW;
import static cn.lingpao.datacollection.domain.Samples.OBSERVED;
import static cn.lingpao.datacollection.domain.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.lingpao.datacollection.application.Report.Line;
import cn.lingpao.datacollection.application.Report.Outcome;
import cn.lingpao.datacollection.application.evidence.InMemoryEvidence;
import cn.lingpao.datacollection.application.plan.InMemoryFindings;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Sender;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectObservationsTest {

    private static final Sender ANYBODY = new Sender.Person();

    private final InMemoryObservations observations = new InMemoryObservations();
    private final InMemoryFindings findings = new InMemoryFindings();
    private final InMemoryRejections rejections = new InMemoryRejections();
    private final InFlight inFlight = new InFlight(10_000);
    private final RightOfWay rightOfWay = new RightOfWay(Duration.ZERO, inFlight::isNearlyFull);
    private final FakeLog log = new FakeLog();
    private final List<Report> tallied = new ArrayList<>();
    private final FollowTheLog follow = new FollowTheLog(
            observations, rejections, new InMemoryEvidence(), findings, inFlight, rightOfWay, Runnable::run);

    @Test
    void accepted_rows_go_to_the_log_and_keep_their_line_numbers() {
        Report report = collect(row(3, 1), row(7, 2));
        assertThat(report.rows()).extracting(Line::number).containsExactly(3, 7);
        assertThat(report.count(Outcome.ACCEPTED)).isEqualTo(2);
        assertThat(log.observations).hasSize(2).allSatisfy(each -> {
            assertThat(each.groupId()).isEqualTo("provincial");
            assertThat(each.recordedAt()).isEqualTo(NOW);
        });
        assertThat(tallied).containsExactly(report);
    }

    @Test
    void a_row_twice_in_a_batch_is_repeated_once() {
        assertThat(outcomes(collect(row(1, 1), row(2, 1)))).containsExactly(Outcome.ACCEPTED, Outcome.REPEATED);
        assertThat(log.observations).hasSize(1);
    }

    @Test
    void a_row_that_is_not_yet_in_the_store_is_repeated() {
        collect(row(1, 1));
        assertThat(outcomes(collect(row(1, 1)))).containsExactly(Outcome.REPEATED);
        assertThat(log.observations).hasSize(1);
    }

    @Test
    void a_row_that_is_in_the_store_is_repeated() {
        collect(row(1, 1));
        followTheLog();
        assertThat(inFlight.size()).isZero();
        assertThat(outcomes(collect(row(1, 1), row(2, 2)))).containsExactly(Outcome.REPEATED, Outcome.ACCEPTED);
        assertThat(log.observations).hasSize(2);
    }

    @Test
    void a_large_batch_is_taken_in_chunks() {
        Row[] rows = IntStream.rangeClosed(1, 5_000)
                .mapToObj(number -> row(number, number % 4_500))
                .toArray(Row[]::new);
        Report report = collect(rows);
        assertThat(report.count(Outcome.ACCEPTED)).isEqualTo(4_500);
        assertThat(report.count(Outcome.REPEATED)).isEqualTo(500);
        assertThat(log.observations).hasSize(4_500);
    }

    @Test
    void a_batch_that_was_not_acknowledged_can_be_sent_again() {
        log.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("broker gone"));
        assertThatThrownBy(() -> collect(row(1, 1))).isInstanceOf(NotReady.class);
        log.acknowledgement = CompletableFuture.completedFuture(null);
        assertThat(outcomes(collect(row(1, 1)))).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void a_repetition_waits_for_the_acknowledgement_of_the_first() throws InterruptedException {
        log.acknowledgement = new CompletableFuture<>();
        CompletableFuture<Report> first = CompletableFuture.supplyAsync(() -> collect(row(1, 1)));
        await().until(() -> inFlight.size() == 1);
        CompletableFuture<Report> second = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> second.complete(collect(row(1, 1))));
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        assertThat(second).isNotDone();
        log.acknowledgement.complete(null);
        waiting.join();
        assertThat(outcomes(second.join())).containsExactly(Outcome.REPEATED);
        assertThat(outcomes(first.join())).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void a_refused_row_goes_to_the_log_once_however_often_the_batch_is_sent() {
        Row bad = row(5, submission("p.other", Judgement.MET, OBSERVED));
        Report report = collect(bad, row(6, 1));
        assertThat(outcomes(report)).containsExactly(Outcome.REJECTED, Outcome.ACCEPTED);
        assertThat(report.rows().getFirst().fault()).extracting(Fault::code).isEqualTo(Code.UNKNOWN_CHECK_POINT);
        followTheLog();
        collect(bad);
        assertThat(log.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(5);
            assertThat(rejection.targetId()).isEqualTo("place-1");
        });
    }

    @Test
    void a_row_that_nobody_could_read_is_refused_with_its_fault() {
        Fault fault = new Fault("value", Code.MISSING, "'value' is missing");
        assertThat(collect(new Row.Unreadable("c", 9, fault, "{}")).rows()).containsExactly(Line.refused(9, fault));
    }

    @Test
    void the_registry_is_refreshed_once_before_anything_is_called_unknown() {
        FakeRegistry late = FakeRegistry.stale();
        Report report = use(late).collect("c", ANYBODY, List.of(row(1, 1)).iterator());
        assertThat(report.count(Outcome.ACCEPTED)).isEqualTo(1);
        assertThat(late.refreshes).isEqualTo(1);

        FakeRegistry current = new FakeRegistry();
        Row unknown = row(2, submission("p.other", Judgement.MET, OBSERVED));
        use(current).collect(ANYBODY, List.of(unknown, unknown, unknown).iterator());
        assertThat(current.refreshes).isEqualTo(1);
    }

    @Test
    void a_batch_for_an_unknown_campaign_is_refused_as_a_whole() {
        assertThatThrownBy(() -> use(new FakeRegistry())
                        .collect("other", ANYBODY, List.of(row(1, 1)).iterator()))
                .isInstanceOf(UnknownCampaign.class)
                .hasMessageContaining("'other'");
        assertThat(log.observations).isEmpty();
        assertThat(log.rejections).isEmpty();
    }

    @Test
    void nothing_is_taken_in_while_the_store_still_follows_the_log() {
        Projection behind = new FakeProjection() {
            @Override
            public void awaitStartOfIntake() {
                throw new NotReady("behind", new IllegalStateException());
            }
        };
        assertThatThrownBy(() -> use(behind, new FakeRegistry())
                        .collect(ANYBODY, List.of(row(1, 1)).iterator()))
                .isInstanceOf(NotReady.class);
        assertThat(log.observations).isEmpty();
    }

    private void followTheLog() {
        follow.observations(log.observations.stream()
                .map(each -> new Placed<>(each, new Position(0, 0)))
                .toList());
        follow.rejections(log.rejections.stream()
                .map(each -> new Placed<>(each, new Position(0, 0)))
                .toList());
    }

    private Report collect(Row... rows) {
        return use(new FakeRegistry()).collect(ANYBODY, Arrays.asList(rows).iterator());
    }

    private CollectObservations use(Registry registry) {
        return use(new FakeProjection(), registry);
    }

    private CollectObservations use(Projection projection, Registry registry) {
        Intake intake = new Intake(observations, findings, rejections, log, inFlight);
        return new CollectObservations(
                projection, registry, intake, rightOfWay, tallied::add, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<Outcome> outcomes(Report report) {
        return report.rows().stream().map(Line::outcome).toList();
    }

    private static Row row(int line, int which) {
        return row(line, submission("p.list", Judgement.MET, OBSERVED.plusSeconds(which)));
    }

    private static Row row(int line, Submission submission) {
        return new Row.Readable(line, submission, () -> "{…}");
    }
}
