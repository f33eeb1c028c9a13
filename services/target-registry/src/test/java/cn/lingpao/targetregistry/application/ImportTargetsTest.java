package cn.lingpao.targetregistry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.targetregistry.application.ImportTargets.Imported;
import cn.lingpao.targetregistry.application.ImportTargets.RowReport;
import cn.lingpao.targetregistry.application.ImportTargets.UnknownCampaign;
import cn.lingpao.targetregistry.application.ImportTargets.Unreadable;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryCampaigns;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryTargets;
import cn.lingpao.targetregistry.application.TargetOutcome.Created;
import cn.lingpao.targetregistry.application.TargetOutcome.Rejected;
import cn.lingpao.targetregistry.application.TargetOutcome.Unchanged;
import cn.lingpao.targetregistry.application.TargetOutcome.Updated;
import cn.lingpao.targetregistry.application.TargetTable.Broken;
import cn.lingpao.targetregistry.application.TargetTable.Described;
import cn.lingpao.targetregistry.application.TargetTable.Row;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.Campaigns2021;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Target;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTargetsTest {

    private static final TargetDetails JIA = Campaigns2021.place("甲");
    private static final TargetDetails YI = Campaigns2021.place("乙");

    private final InMemoryCampaigns campaigns = new InMemoryCampaigns();
    private final InMemoryTargets targets = new InMemoryTargets();

    @BeforeEach
    void the_campaign_is_open() {
        campaigns.save(Campaign.opened(Campaigns2021.campaign("demo", TimeBasis.LIVE), Instant.EPOCH));
    }

    @Test
    void each_row_has_its_own_outcome() {
        targets.save("demo", List.of(Target.registered("demo", "a", JIA), Target.registered("demo", "b", JIA)));
        TargetDetails lost = new TargetDetails(new Name("丁", "Ding"), null, "nowhere", Set.of(), List.of());

        List<RowReport> report = importRows(
                new Described(2, "a", JIA),
                new Described(3, "b", YI),
                new Described(4, "c", JIA),
                new Described(5, "d", lost),
                new Broken(6, "e", List.of(Fault.of("channels", "unknown-channel-kind", "…"))));

        assertThat(report).extracting(RowReport::line).containsExactly(2, 3, 4, 5, 6);
        assertThat(report)
                .extracting(row -> row.outcome().getClass().getSimpleName())
                .containsExactly("Unchanged", "Updated", "Created", "Rejected", "Rejected");
        assertThat(targets.find("demo", "b").map(Target::sequence)).contains(2L);
        assertThat(targets.of("demo")).extracting(Target::id).containsExactly("a", "b", "c");
    }

    @Test
    void the_same_table_again_changes_nothing() {
        importRows(new Described(2, "a", JIA));

        assertThat(importRows(new Described(2, "a", JIA)))
                .allSatisfy(row -> assertThat(row.outcome()).isInstanceOf(Unchanged.class));
    }

    @Test
    void an_id_that_stands_there_twice_is_refused_the_second_time() {
        List<RowReport> report = importRows(new Described(2, "a", JIA), new Described(3, "a", YI));

        assertThat(report.get(0).outcome()).isInstanceOf(Created.class);
        assertThat(((Rejected) report.get(1).outcome()).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("duplicate-id");
                    assertThat(fault.reason()).contains("line 2");
                });
        assertThat(targets.find("demo", "a").map(Target::details)).contains(JIA);
    }

    @Test
    void a_target_keeps_its_group() {
        importRows(new Described(2, "a", JIA));
        TargetDetails moved = new TargetDetails(JIA.name(), null, "county", Set.of(), List.of());

        RowReport row = importRows(new Described(2, "a", moved)).getFirst();

        assertThat(((Rejected) row.outcome()).faults()).extracting(Fault::code).containsExactly("group-fixed");
    }

    @Test
    void a_target_that_somebody_changes_meanwhile_is_taken_up_again() {
        importRows(new Described(2, "a", JIA));
        Targets contended = new ChangedOnce(targets);
        ImportTargets importTargets = new ImportTargets(
                file -> new TargetTable.Rows(List.of(new Described(2, "a", YI))), campaigns, contended);

        Imported imported = (Imported) importTargets.importTargets("demo", new byte[0]);

        assertThat(imported.rows().getFirst().outcome()).isInstanceOf(Updated.class);
        assertThat(targets.find("demo", "a")).contains(new Target("demo", "a", YI, 3));
    }

    @Test
    void an_unknown_campaign_and_an_unreadable_table_are_told() {
        ImportTargets importTargets = new ImportTargets(
                file -> new TargetTable.Unreadable(List.of(Fault.of("", "wrong-encoding", "…"))), campaigns, targets);

        assertThat(importTargets.importTargets("none", new byte[0])).isEqualTo(new UnknownCampaign("none"));
        assertThat(importTargets.importTargets("demo", new byte[0])).isInstanceOf(Unreadable.class);
    }

    private List<RowReport> importRows(Row... rows) {
        ImportTargets importTargets =
                new ImportTargets(file -> new TargetTable.Rows(List.of(rows)), campaigns, targets);
        return ((Imported) importTargets.importTargets("demo", new byte[0])).rows();
    }

    /** Somebody else is faster the first time. */
    private static final class ChangedOnce implements Targets {

        private final InMemoryTargets targets;
        private boolean changed;

        ChangedOnce(InMemoryTargets targets) {
            this.targets = targets;
        }

        @Override
        public Set<String> save(String campaignId, Collection<Target> next) {
            if (!changed) {
                changed = true;
                targets.save(campaignId, List.of(new Target("demo", "a", Campaigns2021.place("别人"), 2)));
            }
            return targets.save(campaignId, next);
        }

        @Override
        public Optional<Target> find(String campaignId, String targetId) {
            return targets.find(campaignId, targetId);
        }

        @Override
        public List<Target> of(String campaignId) {
            return targets.of(campaignId);
        }

        @Override
        public Set<String> groupsInUse(String campaignId) {
            return targets.groupsInUse(campaignId);
        }
    }
}
