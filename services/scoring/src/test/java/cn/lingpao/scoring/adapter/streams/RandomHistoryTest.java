package cn.lingpao.scoring.adapter.streams;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Group;
import cn.lingpao.contracts.CampaignDefined.RankedList;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored.Decision;
import cn.lingpao.contracts.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Told step by step or all at once: whatever the methodology, the newest sheets and rankings have the same bytes. */
class RandomHistoryTest {

    private static final Text NAME = new Text("虚构", "Invented");
    private static final int PLACES = 12;
    private static final String FRAMEWORK = """
            id: rich
            version: "1"
            name: {zh: 丰富, en: Rich}
            ranking: {method: dense}
            missing: exclude
            undetermined: zero
            levels: [{id: good, name: {zh: 良好, en: Good}, from: 50}, {id: poor, name: {zh: 准备, en: Poor}, from: 0}]
            bonus: {id: innovation, name: {zh: 创新, en: Innovation}, cap: 10, types: [{id: app, name: {zh: 应用, en: App}}]}
            variables:
              - {id: people, type: number}
              - {id: region, type: category}
            screen: {atLeast: 0.3}
            overrides:
              - {target: place-3, node: speed, score: 42, reason: measured by hand, author: auditor, at: "2021-10-02"}
            excluded:
              - {node: dropped, reason: the sites were moved, author: auditor, at: "2021-10-03"}
            nodes:
              - id: checks
                name: {zh: 检查, en: Checks}
                weight: 3
                checkPoints:
                  - {id: plan, text: Plan, rule: checklist, points: 60}
                  - {id: share, text: Share, rule: benchmark, points: 40}
              - id: speed
                name: {zh: 速度, en: Speed}
                weight: 1
                measure:
                  direction: lower
                  denominate: {by: people}
                  winsorise: {most: 2}
                  normalise: {method: min-max, from: 0, to: 100}
              - id: reach
                name: {zh: 覆盖, en: Reach}
                weight: 2
                measure: {impute: {with: median, within: region}, normalise: {method: z-score, mean: 50, sd: 10}}
              - id: dropped
                name: {zh: 去掉, en: Dropped}
                weight: 1
                checkPoints: [{id: gone, text: Gone, rule: checklist, points: 1}]
            """;

    @Test
    void step_by_step_gives_the_same_bytes_as_all_at_once() {
        for (int seed = 0; seed < 8; seed++) {
            Random chance = new Random(seed);
            List<DomainEvent> facts = facts(chance);
            try (TopologyRun steps = new TopologyRun();
                    TopologyRun once = new TopologyRun()) {
                for (DomainEvent fact : facts) {
                    steps.read(fact);
                    if (chance.nextInt(3) == 0) {
                        steps.settle();
                    }
                }
                steps.settle();
                once.read(facts).settle();

                assertThat(once.sheets).hasSize(PLACES);
                assertThat(steps.sheets).isEqualTo(once.sheets);
                assertThat(steps.rankings).isEqualTo(once.rankings);
            }
        }
    }

    @Test
    void what_was_decided_and_not_computed_stands_in_the_sheet() {
        try (TopologyRun run = new TopologyRun()) {
            run.read(facts(new Random(1))).settle();

            Decision dropped = new Decision(
                    Decision.Kind.EXCLUSION, "dropped", null, "the sites were moved", "auditor", "2021-10-03");
            assertThat(run.sheet("place-3").decisions())
                    .containsExactly(
                            new Decision(
                                    Decision.Kind.OVERRIDE,
                                    "speed",
                                    new BigDecimal("42"),
                                    "measured by hand",
                                    "auditor",
                                    "2021-10-02"),
                            dropped);
            assertThat(run.sheet("place-4").decisions()).containsExactly(dropped);
        }
    }

    private static List<DomainEvent> facts(Random chance) {
        List<DomainEvent> facts = new ArrayList<>();
        facts.add(new FrameworkPublished("rich@1", NAME, "hash", FRAMEWORK, Demo.NOON));
        facts.add(new CampaignDefined(
                "demo",
                1,
                NAME,
                "rich@1",
                true,
                TimeBasis.RECORDED,
                List.of(),
                List.of(new Group("city", NAME)),
                List.of(
                        new RankedList("cities", NAME, "city", null, null),
                        new RankedList("capitals", NAME, "city", "capital", null)),
                Demo.NOON));
        for (int place = 0; place < PLACES; place++) {
            facts.add(
                    place % 3 == 0
                            ? Demo.target("place-" + place, "city", "capital")
                            : Demo.target("place-" + place, "city"));
        }
        List<String> ids = List.of("people", "region", "plan", "share", "speed", "reach", "gone", "nowhere");
        for (long step = 1; step <= 150; step++) {
            String place = "place-" + chance.nextInt(PLACES);
            String id = ids.get(chance.nextInt(ids.size()));
            facts.add(
                    chance.nextInt(20) == 0
                            ? Demo.award(place, "case-" + chance.nextInt(3), step, chance.nextInt(6))
                            : Demo.verdict(place, id, step, value(id, chance)));
        }
        return facts;
    }

    private static ObservedValue value(String id, Random chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> ObservedValue.undetermined("robots");
            case 1 -> ObservedValue.NOT_APPLICABLE;
            default ->
                switch (id) {
                    case "plan", "gone" -> chance.nextBoolean() ? ObservedValue.MET : ObservedValue.NOT_MET;
                    case "region" -> ObservedValue.grade(chance.nextBoolean() ? "东部" : "西部");
                    default -> ObservedValue.number(BigDecimal.valueOf(1 + chance.nextInt(50), 1));
                };
        };
    }
}
