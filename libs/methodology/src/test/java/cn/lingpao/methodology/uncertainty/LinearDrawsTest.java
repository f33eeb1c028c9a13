package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Basis;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LinearDrawsTest {

    private static final String[] POLICIES = {"zero", "exclude", "parent-missing"};

    /** Ranks may differ only by a billionth: the totals of both ways are held against each other. */
    @Property(tries = 60)
    void matrix_products_give_what_the_engine_gives(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Recorded recorded = new Recorded(assessment(random));
        assertThat(Linear.of(recorded)).isPresent();
        WeightDraws weights = new WeightDraws(recorded.parents(), recorded.weights(), new Noise.Relative(0.4));
        double[][] drawn = weights.block(Scorer.BLOCK);
        weights.draw(random, drawn, 20);
        long[][] fast = new long[recorded.targets.size()][Scorer.BLOCK];
        long[][] slow = new long[recorded.targets.size()][Scorer.BLOCK];

        new LinearScorer(Linear.of(recorded).orElseThrow()).score(drawn, new double[0][], 20, fast);
        new GroupScorer(recorded, true, List.of()).score(drawn, new double[0][], 20, slow);

        for (int target = 0; target < fast.length; target++) {
            for (int draw = 0; draw < 20; draw++) {
                assertThat(Math.abs(fast[target][draw] - slow[target][draw])).isLessThanOrEqualTo(1);
            }
        }
    }

    private static Assessment assessment(SplittableRandom random) {
        Framework framework = Framework.parse(document(random));
        List<Member> roster = new ArrayList<>();
        Map<String, Map<String, Answer>> answers = new HashMap<>();
        Map<String, BigDecimal> awards = new HashMap<>();
        for (int target = 0; target < 8; target++) {
            String id = "t" + target;
            roster.add(new Member(id, null));
            awards.put(id, BigDecimal.valueOf(random.nextInt(5)));
            Map<String, Answer> own = new HashMap<>();
            framework.checkPoints().forEach(point -> {
                if (random.nextInt(4) > 0) {
                    own.put(point.id(), Answer.of(value(random)));
                }
            });
            answers.put(id, own);
        }
        Set<String> all = roster.stream().map(Member::targetId).collect(Collectors.toSet());
        return new Assessment(framework, roster, answers, awards, Basis.NONE, all);
    }

    private static Value value(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Value.UNDETERMINED;
            case 1 -> Value.NOT_APPLICABLE;
            default -> Value.number(BigDecimal.valueOf(random.nextInt(1000), 1));
        };
    }

    private static String document(SplittableRandom random) {
        StringBuilder document = new StringBuilder("""
                id: drawn
                version: "1"
                name: Drawn
                bonus: {id: extra, name: Extra, cap: 3, types: [{id: k, name: K}]}
                nodes:
                """);
        for (int topic = 0; topic < 3; topic++) {
            document.append("  - {id: n%d, name: N, weight: %d, aggregation: %s, missing: %s, nodes: [%s]}%n"
                    .formatted(
                            topic,
                            random.nextInt(1, 9),
                            random.nextBoolean() ? "mean" : "sum",
                            POLICIES[random.nextInt(3)],
                            leaves(topic, random)));
        }
        return document.toString();
    }

    private static String leaves(int topic, SplittableRandom random) {
        StringBuilder leaves = new StringBuilder();
        for (int leaf = 0; leaf < 3; leaf++) {
            leaves.append(
                    "{id: n%d%d, name: L, weight: %d, missing: %s, undetermined: %s, measure: {normalise: never}},"
                            .formatted(
                                    topic,
                                    leaf,
                                    random.nextInt(leaf == 0 ? 1 : 0, 5),
                                    POLICIES[random.nextInt(3)],
                                    POLICIES[random.nextInt(3)]));
        }
        return leaves.toString();
    }
}
