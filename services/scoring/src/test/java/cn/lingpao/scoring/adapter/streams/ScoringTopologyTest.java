package cn.lingpao.scoring.adapter.streams;

import static cn.lingpao.scoring.adapter.streams.Demo.award;
import static cn.lingpao.scoring.adapter.streams.Demo.campaign;
import static cn.lingpao.scoring.adapter.streams.Demo.framework;
import static cn.lingpao.scoring.adapter.streams.Demo.number;
import static cn.lingpao.scoring.adapter.streams.Demo.target;
import static cn.lingpao.scoring.adapter.streams.Demo.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.Topic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScoringTopologyTest {

    private static final List<DomainEvent> CAMPAIGN = List.of(
            framework(),
            campaign(),
            target("north", "city", "capital"),
            target("south", "city"),
            target("east", "city-2"),
            verdict("north", "basics.plan", 1, ObservedValue.MET),
            verdict("north", "basics.team", 1, ObservedValue.NOT_MET),
            verdict("north", "basics.team", 2, ObservedValue.MET),
            verdict("north", "reach.items", 1, number(50)),
            verdict("south", "basics.plan", 1, ObservedValue.MET),
            verdict("south", "basics.team", 1, ObservedValue.undetermined("not-tried")),
            verdict("south", "reach.items", 1, number(100)),
            verdict("east", "reach.items", 1, number(7)),
            award("south", "case-1", 1, 6),
            award("south", "case-2", 1, 3),
            award("south", "case-2", 2, 0));

    private final TopologyRun run = new TopologyRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void a_campaign_is_scored_and_ranked() {
        run.read(CAMPAIGN).settle();

        assertThat(run.sheet("north").total()).isEqualByComparingTo("87.5");
        assertThat(run.sheet("north").level()).isEqualTo("good");
        assertThat(run.sheet("south").total()).isEqualByComparingTo("76");
        assertThat(run.sheet("south").bonus()).isEqualByComparingTo("6");
        assertThat(run.sheet("south").awards()).isEqualTo(1);
        assertThat(run.sheet("south").verdicts()).isEqualTo(3);
        assertThat(run.ranking("cities").entries())
                .extracting(ListRanked.Entry::targetId)
                .containsExactly("north", "south");
        assertThat(run.ranking("capitals").entries())
                .extracting(ListRanked.Entry::targetId)
                .containsExactly("north");
        assertThat(run.ranking("cities").verdicts()).isEqualTo(6);
    }

    @Test
    void a_sheet_names_the_verdict_and_the_cause_behind_each_point() {
        run.read(CAMPAIGN).settle();

        TargetScored.PointScore team = run.sheet("south").points().get(1);
        assertThat(team.verdictId()).isEqualTo("demo/south/basics.team#1");
        assertThat(team.state()).isEqualTo(TargetScored.State.UNDETERMINED);
        assertThat(team.value()).isEqualTo(ObservedValue.undetermined("not-tried"));
        TargetScored.PointScore items = run.sheet("north").points().get(2);
        assertThat(items.base()).isEqualByComparingTo("100");
        assertThat(items.baseTargetId()).isEqualTo("south");
    }

    @Test
    void the_order_in_which_facts_arrive_does_not_change_a_byte() {
        run.read(CAMPAIGN).settle();
        for (int seed = 0; seed < 20; seed++) {
            List<DomainEvent> shuffled = new ArrayList<>(CAMPAIGN);
            Random chance = new Random(seed);
            Collections.shuffle(shuffled, chance);
            try (TopologyRun other = new TopologyRun()) {
                for (DomainEvent event : shuffled) {
                    other.read(event);
                    if (chance.nextInt(4) == 0) {
                        other.settle();
                    }
                }
                other.settle();
                assertThat(other.sheets).isEqualTo(run.sheets);
                assertThat(other.rankings).isEqualTo(run.rankings);
            }
        }
    }

    @Test
    void a_second_delivery_changes_nothing_and_is_counted() {
        run.read(CAMPAIGN).settle();

        assertThat(run.read(CAMPAIGN).settle()).isEmpty();
        assertThat(run.count("lingpao.events.repeated", Topic.VERDICT)).isEqualTo(8);
        assertThat(run.count("lingpao.events.repeated", Topic.TARGET)).isEqualTo(3);
        assertThat(run.count("lingpao.events.repeated", Topic.AWARD)).isEqualTo(3);
        assertThat(run.count("lingpao.events.repeated", Topic.CAMPAIGN)).isEqualTo(1);
        assertThat(run.count("lingpao.events.repeated", Topic.FRAMEWORK)).isEqualTo(1);
    }

    @Test
    void a_stale_verdict_changes_nothing() {
        run.read(CAMPAIGN)
                .read(verdict("north", "basics.plan", 3, ObservedValue.MET))
                .settle();

        assertThat(run.read(verdict("north", "basics.plan", 2, ObservedValue.NOT_MET))
                        .settle())
                .isEmpty();
    }

    @Test
    void a_new_best_value_moves_everybody_of_the_group_and_nobody_else() {
        run.read(CAMPAIGN).settle();

        var told = run.read(verdict("north", "reach.items", 2, number(400))).settle();

        assertThat(told)
                .extracting(record -> record.value().key())
                .containsExactly("demo/north", "demo/south", "demo/cities", "demo/capitals");
        assertThat(run.sheet("south").nodes().get(2).score()).isEqualByComparingTo("25");
    }

    @Test
    void a_verdict_that_changes_no_score_of_others_tells_one_sheet() {
        run.read(CAMPAIGN).settle();

        var told = run.read(verdict("south", "basics.team", 2, ObservedValue.NOT_MET))
                .settle();

        assertThat(told).extracting(record -> record.value().key()).containsExactly("demo/south");
    }

    @Test
    void nothing_is_told_before_campaign_and_framework_are_known() {
        run.read(CAMPAIGN.subList(2, CAMPAIGN.size()));
        assertThat(run.settle()).isEmpty();

        run.read(campaign());
        assertThat(run.settle()).isEmpty();

        run.read(framework());
        assertThat(run.settle()).hasSize(6);
    }

    @Test
    void a_group_that_nobody_is_in_is_ranked_too() {
        run.read(framework(), campaign()).settle();

        assertThat(run.rankings).containsOnlyKeys("demo/cities", "demo/capitals", "demo/others");
    }

    @Test
    void a_verdict_may_come_before_its_target() {
        run.read(framework(), campaign(), verdict("late", "basics.plan", 1, ObservedValue.MET))
                .settle();
        assertThat(run.sheets).isEmpty();

        run.read(target("late", "city")).settle();
        assertThat(run.sheet("late").total()).isEqualByComparingTo("45");
    }

    @Test
    void a_target_that_moves_takes_its_verdicts_and_awards_along() {
        run.read(CAMPAIGN).settle();

        run.read(target("south", 2, "city-2")).settle();

        assertThat(run.ranking("cities").entries())
                .extracting(ListRanked.Entry::targetId)
                .containsExactly("north");
        assertThat(run.ranking("others").entries())
                .extracting(ListRanked.Entry::targetId)
                .containsExactly("south", "east");
        assertThat(run.sheet("north").nodes().get(2).score()).isEqualByComparingTo("100");
        assertThat(run.sheet("south").groupId()).isEqualTo("city-2");
        assertThat(run.sheet("south").bonus()).isEqualByComparingTo("6");

        String moved = run.sheets.get("demo/south");
        run.read(target("south", 3, "city")).settle();
        run.read(target("south", 4, "city-2")).settle();
        assertThat(run.sheets.get("demo/south")).isEqualTo(moved);
    }

    @Test
    void a_target_that_is_registered_anew_is_told_anew() {
        run.read(CAMPAIGN).settle();

        var told = run.read(target("south", 2, "city")).settle();

        assertThat(told).extracting(record -> record.value().key()).containsExactly("demo/south");
    }

    @Test
    void verdicts_that_the_framework_has_no_use_for_are_left_out_and_shown() {
        run.read(CAMPAIGN)
                .read(
                        verdict("north", "no.such.point", 1, ObservedValue.MET),
                        verdict("south", "reach.items", 2, ObservedValue.MET))
                .settle();

        assertThat(run.sheet("south").points().get(2).state()).isEqualTo(TargetScored.State.MISSING);
        assertThat(run.meters
                        .get("lingpao.scoring.ignored")
                        .tag("group", "demo/city")
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    @Test
    void a_sheet_that_returns_to_an_old_state_is_a_new_event() {
        run.read(CAMPAIGN);
        String first = run.settle().getFirst().value().id();
        String before = run.sheets.get("demo/north");
        run.read(verdict("north", "basics.plan", 2, ObservedValue.NOT_MET)).settle();

        String third = run.read(verdict("north", "basics.plan", 3, ObservedValue.MET))
                .settle()
                .getFirst()
                .value()
                .id();

        assertThat(third).isNotEqualTo(first);
        assertThat(run.sheets.get("demo/north")).isEqualTo(before.replace("basics.plan#1", "basics.plan#3"));
    }

    @Test
    void a_group_under_load_is_scored_within_the_limit() {
        run.read(CAMPAIGN);
        for (long sequence = 10; sequence < 40; sequence++) {
            run.pass(Duration.ofMillis(100));
            run.read(verdict("north", "basics.plan", sequence, ObservedValue.MET));
        }
        run.told();

        assertThat(run.sheet("north").points().getFirst().verdictId())
                .matches(id -> Integer.parseInt(id.substring(id.indexOf('#') + 1)) >= 20);
    }

    @Test
    void an_outgoing_event_carries_its_own_envelope_only() {
        run.read(CAMPAIGN);

        var record = run.settle().getFirst();

        assertThat(record.getHeaders()).extracting(Header::key).doesNotHaveDuplicates();
        assertThat(new String(record.getHeaders().lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                .isEqualTo("/scoring");
        assertThat(record.value().time()).isEqualTo(Demo.NOON);
    }

    @Nested
    class Given_messages_that_cannot_be_used {

        @Test
        void a_malformed_one_goes_to_the_dead_letters_and_blocks_nobody() {
            run.read(CAMPAIGN.subList(0, 5));
            run.readRaw(Topic.VERDICT, "demo/north", "not json".getBytes(StandardCharsets.UTF_8));
            run.read(CAMPAIGN.subList(5, CAMPAIGN.size())).settle();

            var letters = run.deadLetters(Topic.VERDICT);
            assertThat(letters).hasSize(1);
            assertThat(new String(letters.getFirst().value(), StandardCharsets.UTF_8))
                    .isEqualTo("not json");
            assertThat(letters.getFirst()
                            .getHeaders()
                            .lastHeader("kafka_dlt-original-topic")
                            .value())
                    .asString()
                    .isEqualTo("review.verdict.v1");
            assertThat(run.count("lingpao.events.deadlettered", Topic.VERDICT)).isEqualTo(1);
            assertThat(run.sheet("north").total()).isEqualByComparingTo("87.5");
        }

        @Test
        void an_incomplete_one_goes_to_the_dead_letters() {
            run.readRaw(
                    Topic.TARGET,
                    "demo/north",
                    "{\"campaignId\":\"demo\"}".getBytes(StandardCharsets.UTF_8),
                    header("ce_specversion", "1.0"),
                    header("ce_id", "1"),
                    header("ce_source", "/test"),
                    header("ce_type", "cn.lingpao.registry.target-registered.v1"),
                    header("ce_time", "2021-10-01T04:00:00Z"),
                    header("content-type", "application/json"));

            assertThat(run.deadLetters(Topic.TARGET)).hasSize(1);
        }

        @Test
        void a_number_that_no_sheet_could_show_goes_to_the_dead_letters() {
            run.read(CAMPAIGN);
            run.read(verdict("north", "reach.items", 9, ObservedValue.number(new BigDecimal("1E+500"))))
                    .settle();

            assertThat(run.deadLetters(Topic.VERDICT)).hasSize(1);
            assertThat(run.sheet("north").total()).isEqualByComparingTo("87.5");
        }

        @Test
        void a_tombstone_is_skipped() {
            run.readRaw(Topic.TARGET, "demo/north", null);

            assertThat(run.read(CAMPAIGN).settle()).hasSize(6);
            assertThat(run.deadLetters(Topic.TARGET)).isEmpty();
        }

        @Test
        void a_framework_that_is_none_keeps_its_groups_waiting_and_harms_no_other() {
            var broken = new cn.lingpao.contracts.FrameworkPublished(
                    "mini@1", framework().name(), "hash", "nodes: 3", Demo.NOON);
            run.read(broken).read(CAMPAIGN.subList(1, CAMPAIGN.size()));

            assertThat(run.settle()).isEmpty();
            assertThat(run.meters.counter("lingpao.scoring.failed").count()).isEqualTo(2);
        }

        private Header header(String name, String value) {
            return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
