package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.methodology.framework.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A framework of every kind of node, rule, step and policy, and answers to it, made from a seed. */
final class RandomMethod {

    private static final String[] METHODS = {
        "min-max",
        "{method: min-max, from: -5, to: 5, lowest: {percentile: 10}, highest: 60, truncate: true}",
        "{method: min-max, within: region}",
        "{method: min-max, parameters: {min: 0, max: 50}}",
        "{method: min-max, parameters: {campaign: before}}",
        "z-score",
        "{method: z-score, deviation: population, mean: 50, sd: 10, within: region}",
        "{method: z-score, parameters: {mean: 20, sd: 7}}",
        "rank",
        "{method: rank, ties: average, first: best, within: region}",
        "percentile-rank",
        "{method: percentile-rank, among: all, ties: max}",
        "{method: percentile-rank, among: midpoints, ties: average}",
        "borda",
        "distance-to-maximum",
        "{method: distance-to-reference, target: t1, cap: true}",
        "{method: distance-to-target, value: 80}",
        "fraction-of-maximum",
        "fraction-of-best",
        "{method: goalposts, low: 5, high: 60, to: 100}",
        "{method: goalposts, low: 5, high: 60, scale: log}",
        "{method: linear, minus: 3, divideBy: 2}",
        "{method: min-max, lowest: {meanOf: 2}, highest: {meanOf: 3}, truncate: true}",
        "{method: fraction-of-reference, target: t1}",
        "{method: fraction-of-mean, within: region}",
        "{method: fraction-of-mean, parameters: {campaign: before}}",
        "{method: power, exponent: 0.8}",
        "[z-score, normal-probability]",
        "[z-score, exponential]",
        "[percentile-rank, {method: tiers, tiers: [{from: 0.3, score: 60}, {from: 0.7, score: 90}]}]",
        "{method: tiers, between: lines, tiers: [{from: 5, score: 0}, {from: 20, score: 50}, {from: 60, score: 80}]}",
        "[z-score, {method: linear, times: 10, plus: 50}]",
        "[rank, min-max]"
    };
    /** Steps in which the noise of an equality between computed numbers decides nothing, so that two computations can agree. */
    private static final String[] SMOOTH = {
        "min-max",
        "z-score",
        "{method: min-max, parameters: {min: 0, max: 50}}",
        "{method: z-score, parameters: {mean: 20, sd: 7}}",
        "{method: goalposts, low: 5, high: 60, to: 100}",
        "[{method: linear, minus: 3, divideBy: 2}, {method: linear, times: 10, plus: 50}]"
    };

    private static final String[] RULES = {
        "checklist",
        "checklist",
        "benchmark",
        "benchmark, direction: lower, within: region",
        "benchmark, base: {target: t0}, cap: false",
        "benchmark, base: {value: 30}",
        "graded, grades: {full: 1, part: 0.4, stale: -0.5}",
        "ratio, of: 40",
        "ratio, of: {value: people}",
        "tiers, tiers: [{from: 5, share: 0.3}, {from: 60, share: 1}]",
        "count, each: 2",
        "given, least: 0"
    };
    private static final String[] AGGREGATIONS = {
        "mean",
        "mean",
        "mean",
        "sum",
        "geometric",
        "harmonic",
        "product",
        "{generalised: 0.5}",
        "{generalised: -2}",
        "minimum",
        "maximum",
        "copeland"
    };
    private static final String[] POLICIES = {
        "zero", "exclude", "exclude", "parent-missing", "parent-zero", "carry-forward"
    };

    private final Random random;
    private final List<String> checklists = new ArrayList<>();
    private int points;

    private RandomMethod(Random random) {
        this.random = random;
    }

    /** A tree of normalised measures, without check points, treatment and other campaigns. */
    static Framework measures(long seed) {
        Random random = new Random(seed);
        RandomMethod method = new RandomMethod(random);
        StringBuilder document =
                new StringBuilder("id: f\nversion: \"1\"\nname: F\nvariables: [{id: region, type: category}]\n");
        document.append("missing: %s\nundetermined: %s\n".formatted(method.policy(), method.policy()));
        String aggregation = method.any(AGGREGATIONS);
        document.append("aggregation: ").append(aggregation).append("\nnodes:\n");
        for (int n = 0; n < 1 + random.nextInt(4); n++) {
            document.append("  - ")
                    .append(method.numbers("n" + n, aggregation.equals("copeland") ? 3 : 1))
                    .append('\n');
        }
        return Framework.parse(document.toString());
    }

    private String numbers(String id, int depth) {
        String head =
                "{id: %s, name: %s, weight: %d/9, missing: %s, ".formatted(id, id, 1 + random.nextInt(9), policy());
        if (depth == 3 || chance(2)) {
            return head
                    + "measure: {normalise: %s, direction: %s}}"
                            .formatted(plainMethod(), any("higher", "higher", "lower"));
        }
        String aggregation = any(AGGREGATIONS);
        boolean compares = aggregation.equals("copeland");
        List<String> children = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            children.add(numbers(id + "." + i, compares ? 3 : depth + 1));
        }
        String steps = (!compares && chance(4) ? "before: " + any(SMOOTH) + ", " : "")
                + (chance(4) ? "normalise: " + any(SMOOTH) + ", " : "");
        return head + steps + "aggregation: " + aggregation + ", nodes: [" + String.join(", ", children) + "]}";
    }

    private String policy() {
        return any("zero", "exclude", "exclude", "parent-missing", "parent-zero");
    }

    private String plainMethod() {
        String method = any(METHODS);
        return method.contains("campaign") || method.contains("log") ? "min-max" : method;
    }

    static Framework framework(long seed) {
        return new RandomMethod(new Random(seed)).framework();
    }

    private Framework framework() {
        StringBuilder document =
                new StringBuilder("id: f\nversion: \"1\"\nname: F\ncarryForward: {campaign: before}\n");
        document.append("variables: [{id: people}, {id: region, type: category}]\n");
        document.append("bonus: {id: cases, name: Cases, cap: 10}\n");
        document.append("missing: %s\nundetermined: %s\n".formatted(any(POLICIES), any(POLICIES)));
        document.append("ranking: {method: %s, direction: %s}\n"
                .formatted(any("competition", "dense", "ordinal", "fractional"), any("higher", "lower")));
        if (chance(3)) {
            document.append("screen: {atLeast: 0.4, nonZeroAtLeast: 0.2}\n");
        }
        if (chance(3)) {
            document.append("round: {digits: 1, mode: half-even}\n");
        }
        if (chance(4)) {
            document.append("order: [impute, denominate, screen, treat, normalise]\n");
        }
        if (chance(3)) {
            document.append("overrides: [{target: t2, node: n0, score: 7, reason: r, author: a, at: 2021-01-01}]\n");
        }
        document.append("figures: [{id: scaled, name: S, of: f, normalise: min-max, round: {digits: 0}}]\n");
        document.append("aggregation: ").append(any(AGGREGATIONS)).append("\nnodes:\n");
        int count = 1 + random.nextInt(4);
        for (int n = 0; n < count; n++) {
            document.append("  - ").append(node("n" + n, 1)).append('\n');
        }
        return Framework.parse(document.toString());
    }

    private String node(String id, int depth) {
        StringBuilder node =
                new StringBuilder("{id: %s, name: %s, weight: %d, ".formatted(id, id, 1 + random.nextInt(9)));
        if (chance(4)) {
            node.append("missing: ").append(any(POLICIES)).append(", ");
        }
        int kind = random.nextInt(4);
        if (kind == 0 && depth < 3) {
            inner(node, id, depth);
        } else if (kind == 1) {
            checks(node, id);
        } else {
            node.append("measure: ").append(measure());
        }
        return node.append('}').toString();
    }

    private void inner(StringBuilder node, String id, int depth) {
        node.append("aggregation: ").append(any(AGGREGATIONS)).append(", ");
        node.append(chance(4) ? "atLeast: 0.6, " : "")
                .append(chance(4) ? "before: " + any(METHODS[0], METHODS[5]) + ", " : "");
        node.append(chance(4) ? "normalise: " + any(METHODS) + ", " : "");
        node.append(chance(4) ? "round: {digits: 2}, " : "").append(chance(4) ? "clamp: {min: 0, max: 60}, " : "");
        List<String> children = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            children.add(node(id + "." + i, depth + 1));
        }
        node.append("nodes: [").append(String.join(", ", children)).append(']');
    }

    private void checks(StringBuilder node, String id) {
        List<String> held = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String rule = any(RULES);
            String point = "p" + points++;
            boolean list = rule.equals("checklist");
            String options = chance(4) && list ? ", veto: {node: %s, when: not-met, cap: 3}".formatted(id) : "";
            options += chance(4) && !checklists.isEmpty() ? ", times: " + any(checklists.toArray(String[]::new)) : "";
            boolean penalty = list && chance(5);
            options += !penalty && chance(6) ? ", bonus: true" : "";
            held.add("{id: %s, text: t, points: %d, rule: %s%s}"
                    .formatted(point, (penalty ? -1 : 1) * (1 + random.nextInt(20)), rule, options));
            if (list) {
                checklists.add(point);
            }
        }
        node.append("checkPoints: [").append(String.join(", ", held)).append(']');
    }

    private String measure() {
        List<String> keys = new ArrayList<>();
        keys.add("normalise: " + any(METHODS));
        if (chance(3)) {
            keys.add("direction: lower");
        }
        if (chance(4)) {
            keys.add("denominate: {by: people, times: 10}");
        }
        if (chance(4)) {
            keys.add("impute: " + any("mean", "median", "7", "{with: mean, within: region}"));
        }
        if (chance(4)) {
            keys.add("winsorise: "
                    + any("{most: 2, skewness: 0.5, kurtosis: 0.5}", "{percentiles: {low: 10, high: 90}}"));
        }
        boolean posts = keys.getFirst().contains("goalposts");
        if (chance(4) && !posts) {
            keys.add("log: "
                    + any(
                            "coin",
                            "shifted",
                            "gii",
                            "{method: coin, when: still-skewed}",
                            "{method: natural, plus: 1}"));
        }
        return "{" + String.join(", ", keys) + "}";
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private String any(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** An answer that fits, or null for none. */
    static @Nullable Answer answer(Random random, Framework framework, String input) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return null;
        }
        if (kind == 1) {
            return Answer.of(Value.UNDETERMINED);
        }
        if (kind == 2 && framework.checkPoint(input).isPresent()) {
            return Answer.of(Value.NOT_APPLICABLE);
        }
        return Answer.of(framework
                .checkPoint(input)
                .map(point -> value(random, point))
                .orElseGet(() -> variable(random, framework.variable(input).orElseThrow())));
    }

    private static Value variable(Random random, Variable variable) {
        return variable.type() == Variable.Type.NUMBER
                ? Value.number(BigDecimal.valueOf(random.nextInt(6)))
                : Value.grade("r" + random.nextInt(3));
    }

    private static Value value(Random random, CheckPoint point) {
        return switch (point.rule()) {
            case Rule.Checklist checklist -> random.nextBoolean() ? Value.MET : Value.NOT_MET;
            case Rule.Graded graded ->
                Value.grade(List.copyOf(graded.grades().keySet()).get(random.nextInt(3)));
            case Rule.Count count -> Value.number(BigDecimal.valueOf(random.nextInt(12)));
            case Rule.Given given ->
                Value.number(BigDecimal.valueOf(random.nextInt(1 + given.most().intValue())));
            case Rule.Measure measure ->
                Value.number(
                        random.nextInt(8) == 0
                                ? BigDecimal.valueOf(random.nextInt(1000))
                                : BigDecimal.valueOf(random.nextInt(-20, 600), 1));
            default -> Value.number(BigDecimal.valueOf(random.nextInt(0, 600), 1));
        };
    }

    /** Answers of some targets. */
    static Map<String, Map<String, Answer>> cells(Random random, Framework framework, int targets) {
        Map<String, Map<String, Answer>> cells = new TreeMap<>();
        for (int t = 0; t < targets; t++) {
            Map<String, Answer> row = new TreeMap<>();
            for (var point : framework.points()) {
                Answer answer = answer(random, framework, point.id());
                if (answer != null) {
                    row.put(point.id(), answer);
                }
            }
            cells.put("t" + t, row);
        }
        return cells;
    }
}
