package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A framework, a roster, answers and awards made from a seed. Every leaf has 100 points, so every score is out of 100. */
record RandomGroup(
        Framework framework,
        List<Member> roster,
        Map<String, Map<String, Answer>> cells,
        Map<String, BigDecimal> awards) {

    private static final String[] RULES = {
        "checklist",
        "benchmark",
        "benchmark, direction: lower",
        "graded, grades: {full: 1, part: 0.4, none: 0}",
        "ratio, of: 40",
        "tiers, tiers: [{from: 5, share: 0.3}, {from: 60, share: 1}]"
    };

    private static final String[] POLICIES = {"zero", "exclude"};

    static RandomGroup of(long seed) {
        return of(seed, 1);
    }

    /** The same group with every weight multiplied by {@code scale}. */
    static RandomGroup of(long seed, int scale) {
        Random random = new Random(seed);
        String top = "missing: %s\nundetermined: %s\nbonus: {id: cases, name: Cases, cap: 10}"
                .formatted(POLICIES[random.nextInt(2)], POLICIES[random.nextInt(2)]);
        StringBuilder nodes = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int n = 0; n < count; n++) {
            nodes.append(node(random, "n" + n, 1, scale));
        }
        Framework framework = Frameworks.of(top, nodes.toString());
        List<Member> roster = new ArrayList<>();
        Map<String, Map<String, Answer>> cells = new LinkedHashMap<>();
        Map<String, BigDecimal> awards = new LinkedHashMap<>();
        for (int t = 0; t < 1 + random.nextInt(6); t++) {
            roster.add(new Member("t" + t, null));
            cells.put("t" + t, answers(random, framework));
            awards.put("t" + t, BigDecimal.valueOf(random.nextInt(15)));
        }
        return new RandomGroup(framework, roster, cells, awards);
    }

    /** The same input in another order. */
    RandomGroup shuffled(long seed) {
        Random random = new Random(seed);
        List<Member> members = new ArrayList<>(roster);
        Collections.shuffle(members, random);
        Map<String, Map<String, Answer>> rows = new LinkedHashMap<>();
        shuffled(cells, random).forEach((target, answers) -> rows.put(target, shuffled(answers, random)));
        return new RandomGroup(framework, members, rows, shuffled(awards, random));
    }

    GroupResult score() {
        return Engine.score(framework, roster, cells, awards);
    }

    private static String node(Random random, String id, int depth, int scale) {
        String head = "- {id: %s, name: %s, weight: %d, ".formatted(id, id, scale * (1 + random.nextInt(9)));
        boolean inner = depth < 3 && random.nextBoolean();
        List<String> parts = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        int[] points = {100, 0, 0};
        for (int i = 1; i < count; i++) {
            points[i] = 1 + random.nextInt(40);
            points[0] -= points[i];
        }
        for (int i = 0; i < count; i++) {
            parts.add(
                    inner
                            ? node(random, id + "." + i, depth + 1, scale)
                                    .substring(2)
                                    .strip()
                            : Frameworks.point(id + "." + i, points[i], RULES[random.nextInt(RULES.length)]));
        }
        return head + (inner ? "nodes: [" : "checkPoints: [") + String.join(", ", parts) + "]}\n";
    }

    private static Map<String, Answer> answers(Random random, Framework framework) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (CheckPoint point : framework.checkPoints()) {
            switch (random.nextInt(6)) {
                case 0 -> answers.remove(point.id());
                case 1 -> answers.put(point.id(), Answer.of(Value.UNDETERMINED));
                case 2 -> answers.put(point.id(), Answer.of(Value.NOT_APPLICABLE));
                default -> answers.put(point.id(), Answer.of(value(random, point.rule())));
            }
        }
        return answers;
    }

    private static Value value(Random random, Rule rule) {
        return switch (rule) {
            case Rule.Checklist checklist -> random.nextBoolean() ? Value.MET : Value.NOT_MET;
            case Rule.Graded graded ->
                Value.grade(List.copyOf(graded.grades().keySet()).get(random.nextInt(3)));
            case Rule.Benchmark benchmark -> Value.number(BigDecimal.valueOf(random.nextInt(0, 1000), 1));
            case Rule.Ratio ratio -> Value.number(BigDecimal.valueOf(random.nextInt(-50, 1000), 1));
            case Rule.Tiers tiers -> Value.number(BigDecimal.valueOf(random.nextInt(-50, 1000), 1));
            case Rule.Count count -> throw new AssertionError("not in a random group");
            case Rule.Given given -> throw new AssertionError("not in a random group");
            case Rule.Measure measure -> throw new AssertionError("not in a random group");
        };
    }

    private static <V> Map<String, V> shuffled(Map<String, V> map, Random random) {
        List<String> keys = new ArrayList<>(map.keySet());
        Collections.shuffle(keys, random);
        Map<String, V> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, map.get(key)));
        return shuffled;
    }
}
