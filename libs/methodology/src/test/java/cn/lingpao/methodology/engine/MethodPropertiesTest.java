package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for frameworks of numbers of every kind. A failure prints the seed that makes the group again. */
class MethodPropertiesTest {

    @Property(tries = 1000)
    void a_plain_computation_agrees_at_every_node(@ForAll long seed) {
        Random random = new Random(seed);
        Framework framework = RandomMethod.measures(seed);
        Map<String, Map<String, Answer>> cells = RandomMethod.cells(random, framework, 1 + random.nextInt(9));
        PlainMethod plain = new PlainMethod(framework, cells);
        GroupResult result = Frameworks.score(framework, cells);

        for (Node node : framework.nodes()) {
            plain.of(node).forEach((target, expected) -> {
                Sheet.NodeScore found = Frameworks.nodeOf(result.sheet(target).orElseThrow(), node.id());
                assertThat(found.state()).as(node.id() + " of " + target).isEqualTo(expected.state());
                if (found.score() != null) {
                    double size = Math.max(1, Math.abs(expected.number()));
                    assertThat(found.score().doubleValue())
                            .as(node.id() + " of " + target)
                            .isCloseTo(expected.number(), within(1e-8 * size));
                }
            });
        }
    }

    @Property(tries = 300)
    void the_order_of_the_input_plays_no_part(@ForAll long seed) {
        Random random = new Random(seed);
        Framework framework = RandomMethod.framework(seed);
        Map<String, Map<String, Answer>> cells = RandomMethod.cells(random, framework, 1 + random.nextInt(9));
        List<Member> roster = new ArrayList<>();
        cells.keySet().forEach(target -> roster.add(new Member(target, null)));
        CompiledFramework compiled = CompiledFramework.of(framework);
        List<Sheet> sheets = Engine.score(compiled, roster, cells, Map.of()).sheets();
        Collections.shuffle(roster, random);
        Group group = Group.of(compiled, roster);
        List<String> targets = new ArrayList<>(cells.keySet());
        Collections.shuffle(targets, random);
        for (String target : targets) {
            List<String> inputs = new ArrayList<>(cells.get(target).keySet());
            Collections.shuffle(inputs, random);
            inputs.forEach(input -> group.set(target, input, cells.get(target).get(input)));
        }
        group.refresh();

        assertThat(group.result().sheets()).isEqualTo(sheets);
    }

    /** Doubling the unit of a measure changes no score that is computed over the group: every method but the stated ones. */
    @Property(tries = 300)
    void the_unit_of_a_number_plays_no_part(@ForAll long seed) {
        Random random = new Random(seed);
        String[] methods = {
            "min-max", "z-score", "rank", "percentile-rank", "borda", "distance-to-maximum", "fraction-of-best"
        };
        Framework framework = Frameworks.of(
                "", "- {id: m, name: M, measure: {normalise: " + methods[random.nextInt(methods.length)] + "}}");
        Map<String, Map<String, Answer>> once = new TreeMap<>();
        Map<String, Map<String, Answer>> doubled = new TreeMap<>();
        for (int t = 0; t < 1 + random.nextInt(9); t++) {
            BigDecimal number = BigDecimal.valueOf(random.nextInt(1, 500), 1);
            once.put("t" + t, Map.of("m", Answer.of(Value.number(number))));
            doubled.put("t" + t, Map.of("m", Answer.of(Value.number(number.multiply(BigDecimal.TWO)))));
        }

        assertThat(totals(framework, doubled)).isEqualTo(totals(framework, once));
    }

    /** A better number never lowers the own rank-free score where the other scores stay in place: fixed parameters. */
    @Property(tries = 300)
    void a_better_number_never_lowers_a_score_with_stated_parameters(@ForAll long seed) {
        Random random = new Random(seed);
        String[] methods = {
            "{method: min-max, lowest: 0, highest: 50, truncate: true}",
                    "{method: z-score, parameters: {mean: 9, sd: 4}}",
            "{method: goalposts, low: 1, high: 40}", "{method: linear, divideBy: 3}"
        };
        String[] aggregations = {"mean", "sum", "minimum", "maximum", "{generalised: 1}"};
        Framework framework = Frameworks.of(
                "aggregation: " + aggregations[random.nextInt(aggregations.length)],
                "- {id: m, name: M, measure: {normalise: %s}}\n- {id: n, name: N, measure: {}}"
                        .formatted(methods[random.nextInt(methods.length)]));
        Answer other = Frameworks.number(String.valueOf(random.nextInt(-50, 50)));
        int number = random.nextInt(-20, 80);
        BigDecimal worse = total(framework, number, other);

        assertThat(total(framework, number + 1 + random.nextInt(9), other)).isGreaterThanOrEqualTo(worse);
    }

    /** Ranks of the live group are those of the ranking of all its members. */
    @Property(tries = 300)
    void ranks_are_those_of_the_ranking(@ForAll long seed) {
        Random random = new Random(seed);
        String[] methods = {"competition", "dense", "ordinal", "fractional"};
        Framework framework = Frameworks.of(
                "ranking: {method: %s, direction: %s, basis: {digits: 0}}"
                        .formatted(methods[random.nextInt(4)], random.nextBoolean() ? "higher" : "lower"),
                "- {id: m, name: M, measure: {}}");
        List<Member> roster = new ArrayList<>();
        for (int t = 0; t < 1 + random.nextInt(20); t++) {
            roster.add(new Member("t" + t, random.nextInt(3) == 0 ? null : "1" + random.nextInt(4)));
        }
        Group group = Group.of(CompiledFramework.of(framework), roster);
        group.refresh();
        for (Member member : roster) {
            BigDecimal number = BigDecimal.valueOf(random.nextInt(60), 1);
            group.set(member.targetId(), "m", random.nextInt(6) == 0 ? null : Answer.of(Value.number(number)));
            group.refresh();
        }
        List<Ranking.Candidate> candidates = group.result().sheets().stream()
                .map(sheet -> new Ranking.Candidate(
                        sheet.targetId(),
                        roster.stream()
                                .filter(m -> m.targetId().equals(sheet.targetId()))
                                .findFirst()
                                .orElseThrow()
                                .divisionCode(),
                        sheet.total()))
                .toList();

        Ranking.of(framework, candidates).entries().forEach(entry -> assertThat(
                        group.result().rank(entry.targetId()).orElse(null))
                .as(entry.targetId())
                .isEqualTo(entry.exactRank()));
    }

    private static BigDecimal total(Framework framework, int number, Answer other) {
        Map<String, Answer> answers = Map.of("m", Frameworks.number(String.valueOf(number)), "n", other);
        return Frameworks.sheet(framework, answers).total();
    }

    private static List<String> totals(Framework framework, Map<String, Map<String, Answer>> cells) {
        return Frameworks.score(framework, cells).sheets().stream()
                .map(sheet -> String.valueOf(sheet.total()))
                .toList();
    }
}
