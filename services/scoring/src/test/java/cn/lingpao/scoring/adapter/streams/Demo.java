package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Text;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.eventing.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A small campaign of invented places: one checklist, one benchmark, a bonus, two groups, three lists. */
public final class Demo {

    public static final Instant NOON = Instant.parse("2021-10-01T04:00:00Z");

    public static final String FRAMEWORK = """
            id: mini
            version: "1"
            name: {zh: 小框架, en: Mini}
            weights: {origin: platform, label: {zh: 平台默认权重（非官方）, en: Platform default weights (unofficial)}}
            levelNames: [{zh: 一级指标, en: Dimension}]
            fullMarks: 100
            bonus: {id: innovation, name: {zh: 创新, en: Innovation}, cap: 10, types: [{id: app, name: {zh: 应用, en: App}}]}
            levels:
              - {id: good, name: {zh: 良好, en: Good}, from: 75}
              - {id: poor, name: {zh: 准备, en: Poor}, from: 0}
            ranking: {method: competition, basis: raw, order: score}
            review: none
            missing: zero
            undetermined: zero
            aggregation: mean
            nodes:
              - id: basics
                name: {zh: 基础, en: Basics}
                weight: 3
                checkPoints:
                  - {id: basics.plan, rule: checklist, points: 60, origin: source, text: {zh: 规划, en: Plan}}
                  - {id: basics.team, rule: checklist, points: 40, origin: source, text: {zh: 机构, en: Team}}
              - id: reach
                name: {zh: 覆盖, en: Reach}
                weight: 1
                checkPoints:
                  - {id: reach.items, rule: benchmark, points: 100, direction: higher, origin: source, text: {zh: 事项, en: Items}}
            """;

    private static final Text NAME = new Text("虚构", "Invented");

    private Demo() {}

    public static Event<?> event(DomainEvent data) {
        return new Event<>("id-" + data.hashCode(), "/test", NOON, data);
    }

    public static FrameworkPublished framework() {
        return new FrameworkPublished("mini@1", NAME, "hash", FRAMEWORK, NOON);
    }

    public static CampaignDefined campaign() {
        return campaign(1);
    }

    public static CampaignDefined campaign(long sequence) {
        return new CampaignDefined(
                "demo",
                sequence,
                NAME,
                "mini@1",
                true,
                CampaignDefined.TimeBasis.RECORDED,
                List.of(),
                List.of(new CampaignDefined.Group("city", NAME), new CampaignDefined.Group("city-2", NAME)),
                List.of(
                        new CampaignDefined.RankedList("cities", NAME, "city", null, null),
                        new CampaignDefined.RankedList("capitals", NAME, "city", "capital", 20),
                        new CampaignDefined.RankedList("others", NAME, "city-2", null, null)),
                NOON);
    }

    public static TargetRegistered target(String id, String group, String... marks) {
        return target(id, 1, group, marks);
    }

    public static TargetRegistered target(String id, long sequence, String group, String... marks) {
        return new TargetRegistered(
                "demo", id, sequence, new Text("虚构" + id, id), null, group, Set.of(marks), List.of());
    }

    public static VerdictReached verdict(String target, String checkPoint, long sequence, ObservedValue value) {
        return verdict(target, checkPoint, sequence, value, NOON, List.of());
    }

    public static VerdictReached verdict(
            String target,
            String checkPoint,
            long sequence,
            ObservedValue value,
            Instant reachedAt,
            List<Evidence> evidence) {
        return new VerdictReached(
                "demo/" + target + "/" + checkPoint + "#" + sequence,
                "demo",
                target,
                "city",
                checkPoint,
                sequence,
                value,
                List.of(),
                evidence,
                List.of(),
                null,
                reachedAt);
    }

    public static ObservedValue number(long value) {
        return ObservedValue.number(BigDecimal.valueOf(value));
    }

    public static CaseAwarded award(String target, String caseId, long sequence, int points) {
        return new CaseAwarded(
                caseId, "demo", target, "city", sequence, "app", NAME, BigDecimal.valueOf(points), "judge", NOON);
    }
}
