package cn.lingpao.load.live;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.RankedList;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Text;
import cn.lingpao.contracts.VerdictReached;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An invented assessment whose totals tell how many verdicts they rest on: the n-th verdict on a target raises one of its
 * check points to n, and the total is the sum of all check points. One point in ten is a benchmark of no weight, so that
 * sheets of other targets move as they do in life.
 */
record Assessment(int targets, int points, int groups) {

    static final String CAMPAIGN = "load";

    /** A value of one earns a total of one of this many parts. */
    static final int PARTS = 1_000_000;

    private static final Text NAME = new Text("虚构", "Invented");
    private static final Instant THEN = Instant.parse("2021-10-01T04:00:00Z");
    private static final String HEAD = """
            id: load
            version: "1"
            name: {zh: 负载, en: Load}
            levelNames: [{zh: 一级, en: First}]
            fullMarks: %d
            ranking: {method: competition, basis: raw, order: score}
            review: none
            missing: zero
            undetermined: zero
            aggregation: sum
            nodes:
            """;
    private static final String NODE = """
              - id: %s
                name: {zh: 指标, en: Node}
                weight: %d
                checkPoints:
            """;
    private static final String POINT = "      - {id: %s, %s, points: 1, text: {zh: 点, en: Point}}\n";

    List<DomainEvent> reference() {
        List<DomainEvent> facts = new ArrayList<>();
        facts.add(new FrameworkPublished("load@1", NAME, "0".repeat(64), framework(), THEN));
        facts.add(new CampaignDefined(
                CAMPAIGN,
                1,
                NAME,
                "load@1",
                true,
                TimeBasis.RECORDED,
                List.of(),
                IntStream.range(0, groups)
                        .mapToObj(group -> new CampaignDefined.Group(group(group), NAME))
                        .toList(),
                lists().stream()
                        .map(list -> new RankedList(list, NAME, list, null, null))
                        .toList(),
                THEN));
        for (int target = 0; target < targets; target++) {
            facts.add(new TargetRegistered(
                    CAMPAIGN, id(target), 1, NAME, null, group(target % groups), Set.of(), List.of()));
        }
        return facts;
    }

    List<String> lists() {
        return IntStream.range(0, groups).mapToObj(Assessment::group).toList();
    }

    static String id(int target) {
        return "target-" + target;
    }

    private static String group(int group) {
        return "group-" + group;
    }

    private int summed() {
        return points - points / 10;
    }

    private String framework() {
        StringBuilder document = new StringBuilder(HEAD.formatted(summed()));
        document.append(NODE.formatted("summed", 1));
        for (int point = 0; point < summed(); point++) {
            document.append(POINT.formatted("summed." + point, "rule: ratio, of: " + PARTS));
        }
        document.append(NODE.formatted("compared", 0));
        for (int point = summed(); point < points; point++) {
            document.append(POINT.formatted("compared." + point, "rule: benchmark, direction: higher"));
        }
        return document.toString();
    }

    /** @param number 1, 2, 3 … of the target */
    VerdictReached verdict(int target, int number) {
        int point = number % points;
        String checkPoint = (point < summed() ? "summed." : "compared.") + point;
        String id = id(target);
        return new VerdictReached(
                CAMPAIGN + "/" + id + "/" + checkPoint + "#" + number,
                CAMPAIGN,
                id,
                group(target % groups),
                checkPoint,
                number,
                ObservedValue.number(BigDecimal.valueOf(number)),
                List.of("%064x".formatted(number)),
                List.of(new Evidence(
                        "http://www.example.gov.cn/page/" + number, NAME.zh(), THEN, "0".repeat(64), null)),
                List.of("reviewer-1"),
                null,
                THEN);
    }

    /** How much the target's total grows with its verdict of that number, in parts; the points hold the numbers before. */
    int growth(int number) {
        int point = number % points;
        return point < summed() ? number - Math.max(0, number - points) : 0;
    }
}
