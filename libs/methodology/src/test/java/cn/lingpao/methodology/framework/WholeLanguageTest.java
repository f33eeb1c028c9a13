package cn.lingpao.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lingpao.methodology.yaml.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeLanguageTest {

    private static final Framework WHOLE = Framework.parse(Whole.DOCUMENT);

    /** Each row changes one thing of the whole document: what is replaced, by what, and the fault that must follow. */
    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            denominate: {by: population | denominate: {by: populace | unknown-id | nodes[0].nodes[1].measure.denominate.by
            denominate: {by: population | denominate: {by: region | wrong-kind | nodes[0].nodes[1].measure.denominate.by
            denominate: {by: population | denominate: {by: gdp | cycle | nodes[0].nodes[1].measure
            denominate: {by: population | denominate: {by: checks.list | wrong-kind | nodes[0].nodes[1].measure.denominate.by
            denominate: {by: population, times: 1000} | denominate: {times: 1000} | missing-key | nodes[0].nodes[1].measure.denominate
            with: mean, within: region | with: mean, within: population | wrong-kind | measures.impute.within
            with: mean, within: region | with: 3, within: region | contradiction | measures.impute.with
            with: mean, within: region | with: mode | unknown-word | measures.impute.with
            impute: never | impute: maybe | unknown-word | nodes[0].nodes[1].measure.impute
            low: 5, high: 95 | low: 95, high: 5 | bounds | nodes[0].nodes[1].measure.winsorise.percentiles
            method: coin, when: | method: coin, plus: 1, when: | contradiction | nodes[0].nodes[1].measure.log.plus
            method: coin, when: | method: cube, when: | unknown-method | nodes[0].nodes[1].measure.log.method
            parameters: {mean: 3.25, sd: 1.5} | parameters: {mean: 3.25, sd: 0} | out-of-range | nodes[0].nodes[1].measure.normalise.parameters.sd
            parameters: {mean: 3.25, sd: 1.5} | parameters: {mean: 3.25, campaign: x} | contradiction | nodes[0].nodes[1].measure.normalise.parameters
            parameters: {mean: 3.25, sd: 1.5} | parameters: {min: 3.25} | unknown-key | nodes[0].nodes[1].measure.normalise.parameters.min
            direction: lower\\n | direction: downwards\\n | unknown-word | nodes[0].nodes[1].measure.direction
            low: 20, high: 85 | low: 85, high: 20 | bounds | nodes[0].nodes[2].measure.normalise
            low: 20, high: 85 | low: 0, high: 85 | bounds | nodes[0].nodes[2].measure.normalise
            low: 20, high: 85 | high: 85 | missing-key | nodes[0].nodes[2].measure.normalise
            {normalise: {method: goalposts, low | {log: natural, normalise: {method: goalposts, low | contradiction | nodes[0].nodes[2].measure
            normalise: fraction-of-best | normalise: goalposts | missing-key | nodes[0].nodes[3].nodes[6].measure.normalise
            normalise: fraction-of-best | normalise: distance-to-target | missing-key | nodes[0].nodes[3].nodes[6].measure.normalise
            normalise: fraction-of-best | normalise: softmax | unknown-method | nodes[0].nodes[3].nodes[6].measure.normalise
            target: t1, cap: true | cap: true | missing-key | nodes[0].nodes[3].nodes[3].measure.normalise
            target: t1, cap: true | target: t1, cap: perhaps | not-a-boolean | nodes[0].nodes[3].nodes[3].measure.normalise.cap
            ties: average | ties: random | unknown-word | nodes[0].nodes[3].nodes[0].measure.normalise.ties
            first: best, within: region | first: best, parameters: {min: 1} | unknown-key | nodes[0].nodes[3].nodes[0].measure.normalise.parameters
            lowest: {percentile: 2.5} | lowest: {percentile: 250} | out-of-range | measures.normalise.lowest.percentile
            lowest: {percentile: 2.5} | lowest: 95 | bounds | measures.normalise
            lowest: {meanOf: 5} | lowest: {meanOf: 0} | out-of-range | nodes[0].nodes[3].nodes[7].measure.normalise.lowest.meanOf
            lowest: {meanOf: 5} | lowest: {meanOf: 5, percentile: 5} | unknown-key | nodes[0].nodes[3].nodes[7].measure.normalise.lowest.percentile
            exponent: 0.8 | exponent: 0 | out-of-range | nodes[0].nodes[3].nodes[9].measure.normalise[1].exponent
            , {method: power, exponent: 0.8} | , power | missing-key | nodes[0].nodes[3].nodes[9].measure.normalise[1]
            {from: 3, score: 5}, {from: 1, | {from: 1.0, score: 5}, {from: 1, | duplicate-tier | nodes[0].nodes[3].nodes[11].measure.normalise.tiers[1].from
            {from: 3, score: 5} | {from: 3, score: 5, share: 5} | unknown-key | nodes[0].nodes[3].nodes[11].measure.normalise.tiers[0].share
            between: lines | between: curves | unknown-word | nodes[0].nodes[3].nodes[11].measure.normalise.between
            fraction-of-reference, target: t1 | fraction-of-reference | missing-key | nodes[0].nodes[3].nodes[8].measure.normalise
            dividedBy: checks | dividedBy: ghost | unknown-id | figures[1].dividedBy
            of: scaled, dividedBy: checks | of: scaled, dividedBy: points | cycle | figures[1].dividedBy
            from: 1, to: 7 | from: 7, to: 7 | bounds | normalise[0]
            minus: 1, divideBy: 2 | minus: 1, divideBy: 0 | out-of-range | before.divideBy
            aggregation: {generalised: 0.5} | aggregation: generalised | missing-key | aggregation
            aggregation: {generalised: 0.5} | aggregation: {generalised: 0} | out-of-range | aggregation.generalised
            aggregation: {generalised: 0.5} | aggregation: median | unknown-word | aggregation
            atLeast: 2/3 | atLeast: 3/2 | not-a-number | atLeast
            atLeast: 2/3 | atLeast: 66 | out-of-range | atLeast
            count: 3, of: leaves | count: 3, share: 1 | contradiction | nodes[0].atLeast
            clamp: {min: 0}\\n | clamp: {min: 9, max: 1}\\n | bounds | clamp
            clamp: {min: 0}\\n | clamp: {}\\n | missing-key | clamp
            carryForward: {campaign: c-2020}\\n | `` | missing-key | ``
            undetermined: parent-missing | undetermined: parents-missing | unknown-word | undetermined
            review: none}\\n | review: none}\\n  - {id: gdp}\\n | duplicate-id | nodes[0].nodes[1].id
            review: none}\\n | review: none}\\n  - {id: other, type: word}\\n | unknown-word | variables[2].type
            node: numbers, atLeast | node: ghost, atLeast | unknown-id | screen[1].node
            node: numbers, atLeast: 0.66, nonZeroAtLeast: 0.05 | node: numbers | missing-key | screen[1]
            [denominate, impute, | [denominate, denominate, impute, | duplicate-id | order[1]
            screen, treat, normalise] | screen, treat] | missing-step | order
            of: scaled, order | of: scales, order | unknown-id | ranking.of
            levelsOf: scaled | levelsOf: scales | unknown-id | levelsOf
            of: whole, normalise | of: points, normalise | cycle | figures[0].of
            of: whole, normalise | of: ghost, normalise | unknown-id | figures[0].of
            id: points, of | id: numbers, of | duplicate-id | figures[1].id
            checkPoint: checks.tiers | checkPoint: checks.ghost | unknown-id | excluded[1].checkPoint
            checkPoint: checks.tiers | node: life, checkPoint: checks.tiers | contradiction | excluded[1]
            at: "2021-09-30T18:00:00+08:00" | at: yesterday | not-a-date | excluded[1].at
            node: numbers, score | node: ghost, score | unknown-id | overrides[0].node
            score: 3.5, reason: court, author: us | score: 3.5, reason: court | missing-key | overrides[0]
            {id: inherited, name: Inherited, measure: {}} | {id: inherited, name: Inherited, measure: {}, normalise: z-score} | contradiction | nodes[0].nodes[0].normalise
            {id: inherited, name: Inherited, measure: {}} | {id: inherited, name: Inherited, measure: {}, aggregation: mean} | contradiction | nodes[0].nodes[0].aggregation
            bonusCap: 5\\n | bonusCap: 5\\n    aggregation: geometric\\n | contradiction | nodes[1].aggregation
            {id: inherited, name: Inherited, measure: {}} | {id: inherited, name: Inherited, measure: {}, bonusCap: 1} | contradiction | nodes[0].nodes[0].bonusCap
            {id: inherited, name: Inherited, measure: {}} | {id: inherited, name: Inherited, measure: {weight: 3}} | unknown-key | nodes[0].nodes[0].measure.weight
            {id: inherited, name: Inherited, measure: {}} | {id: inherited, name: Inherited, measure: {}, nodes: [{id: x, name: x, measure: {}}]} | leaf-and-inner | nodes[0].nodes[0]
            {id: inherited, name: Inherited, measure: {}} | {id: inherited, name: Inherited, measure: {}, checkPoints: [{id: x, text: x, points: 1, rule: checklist}]} | contradiction | nodes[0].nodes[0]
            node: whole, when: not-met | node: life, when: not-met | no-ancestor | nodes[1].checkPoints[0].veto.node
            node: whole, when: not-met | node: whole, when: {below: 3} | misfit | nodes[1].checkPoints[0].veto.when
            when: [stale] | when: [old] | misfit | nodes[1].checkPoints[3].veto.when
            when: {below: 1} | when: met | misfit | nodes[1].checkPoints[9].veto.when
            when: {below: 1} | when: {below: 1, above: 0} | contradiction | nodes[1].checkPoints[9].veto.when
            times: population} | times: ghost} | unknown-id | nodes[1].checkPoints[6].times
            times: population} | times: region} | wrong-kind | nodes[1].checkPoints[6].times
            times: population} | times: checks.value} | cycle | nodes[1].checkPoints[6]
            base: {target: t1} | base: {target: t1, value: 3} | contradiction | nodes[1].checkPoints[5].base
            base: {target: t1} | base: {target: t1}, within: region | contradiction | nodes[1].checkPoints[5].within
            base: {target: t1} | base: second | unknown-word | nodes[1].checkPoints[5].base
            of: {value: population} | of: {value: checks.ratio} | cycle | nodes[1].checkPoints[7]
            of: {value: population} | of: {value: checks.list} | wrong-kind | nodes[1].checkPoints[7].of.value
            rule: count, each: 2 | rule: count | missing-key | nodes[1].checkPoints[10]
            rule: given, least: -5 | rule: given, least: 11 | bounds | nodes[1].checkPoints[11].least
            points: 6, rule: count | points: -6, rule: count | contradiction | nodes[1].checkPoints[10]
            , bonus: true | `` | contradiction | nodes[1].bonusCap
            """)
    void one_wrong_thing_is_one_fault_at_its_place(String sound, String wrong, String code, String path) {
        String document = Whole.DOCUMENT.replace(lines(sound), lines(wrong));
        assertThat(document).isNotEqualTo(Whole.DOCUMENT);

        assertThat(faults(document))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.code()).describedAs(fault.toString()).isEqualTo(code))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path));
    }

    @Test
    void faults_of_different_parts_are_found_in_one_pass() {
        String document = Whole.DOCUMENT
                .replace("by: population", "by: populace")
                .replace("of: scaled, order", "of: scales, order")
                .replace("node: whole, when", "node: ghost, when")
                .replace("low: 20, high: 85", "low: 85, high: 20");

        assertThat(faults(document))
                .extracting(Fault::code)
                .containsExactly("unknown-id", "unknown-id", "bounds", "no-ancestor");
    }

    @Test
    void a_circle_of_multipliers_is_named_at_each_of_them() {
        String document = Whole.DOCUMENT.replace(
                "points: 0, rule: checklist}", "points: 0, rule: checklist, times: checks.graded}");

        assertThat(faults(document)).extracting(Fault::code).containsExactly("cycle", "cycle");
    }

    @Test
    @Timeout(10)
    void a_node_with_the_id_of_the_node_above_is_refused_like_any_other() {
        String document = Whole.DOCUMENT
                .replace("id: numbers", "id: checks")
                .replace("id: life\n", "id: checks\n")
                .replace("node: whole, when", "node: ghost, when");

        assertThat(faults(document)).extracting(Fault::code).contains("duplicate-id", "no-ancestor");
    }

    @Test
    void measures_inherit_each_step_they_do_not_state() {
        Rule.Measure inherited = measure("inherited");

        assertThat(inherited.winsorise())
                .isEqualTo(new Winsorisation.ByMoments(5, new BigDecimal("2"), new BigDecimal("3.5")));
        assertThat(inherited.impute()).isEqualTo(new Imputation(Imputation.With.MEAN, null, "region"));
        assertThat(inherited.normalise()).hasSize(1);
        assertThat(measure("gdp").impute()).isNull();
        assertThat(measure("m1").winsorise()).isNull();
        assertThat(measure("m1").impute()).isEqualTo(new Imputation(Imputation.With.MEDIAN, null, null));
        assertThat(measure("m8").normalise()).isEmpty();
    }

    @Test
    void two_thirds_are_reached_by_two_of_three() {
        BigDecimal share = WHOLE.root().composition().atLeast().share();

        assertThat(share.doubleValue()).isEqualTo(2.0 / 3);
        assertThat(share.multiply(BigDecimal.valueOf(3))).isLessThan(BigDecimal.valueOf(2));
    }

    @Test
    void a_word_that_was_nearly_right_is_suggested() {
        assertThat(faults(Whole.DOCUMENT.replace("clamp: {min: 0}\n", "clampp: {min: 0}\n"))
                        .getFirst()
                        .reason())
                .startsWith("'clampp' is unknown here: did you mean 'clamp'? Else use ");
        assertThat(faults(Whole.DOCUMENT.replace("normalise: fraction-of-best", "normalise: minmax"))
                        .getFirst()
                        .reason())
                .startsWith("'minmax' is unknown here: did you mean 'min-max'? Else write ")
                .endsWith(", never");
    }

    @Test
    void the_campaigns_that_are_needed_beside_this_one_are_named() {
        assertThat(WHOLE.campaigns()).containsExactlyInAnyOrder("c-2020", "c-2019");
    }

    @Test
    void a_variable_is_answered_and_reviewed_like_a_check_point() {
        assertThat(WHOLE.accepts("region", Value.grade("East Asia"))).isEmpty();
        assertThat(WHOLE.accepts("region", Value.number(BigDecimal.ONE)))
                .contains("region takes the name of a category");
        assertThat(WHOLE.accepts("population", Value.MET)).contains("population takes a finite number");
        assertThat(WHOLE.accepts("gdp", Value.number(BigDecimal.ONE.negate()))).isEmpty();
        assertThat(WHOLE.accepts("checks.count", Value.number(new BigDecimal("1.5"))))
                .contains("checks.count takes a whole number that is not negative");
        assertThat(WHOLE.accepts("checks.given", Value.number(new BigDecimal("-6"))))
                .contains("checks.given takes a number from -5 to 10");
        assertThat(WHOLE.reviewMode("region")).isEqualTo(ReviewMode.NONE);
    }

    @Test
    void a_tree_without_a_bound_has_no_full_marks_unless_they_are_stated() {
        assertThat(marks("{normalise: z-score}")).isNull();
        assertThat(marks("{normalise: min-max}")).isEqualByComparingTo("100");
        assertThat(marks("{normalise: {method: goalposts, low: 0, high: 9}}")).isEqualByComparingTo("1");
        assertThat(marks("{normalise: [min-max, {method: linear, divideBy: 10}]}"))
                .isEqualByComparingTo("10");
        assertThat(Framework.parse("id: f\nversion: 1\nname: F\nfullMarks: 7\nnodes: [{id: a, name: A, measure: {}}]")
                        .fullMarks())
                .isEqualByComparingTo("7");
    }

    @Test
    void a_mean_that_the_most_of_its_children_does_not_have_gives_no_full_marks() {
        assertThat(Framework.parse("id: f\nversion: 1\nname: F\naggregation: {generalised: 0.5}\nnodes:\n"
                                + "  - {id: a, name: A, measure: {normalise: {method: min-max, from: -9, to: -4}}}\n"
                                + "  - {id: b, name: B, measure: {normalise: {method: min-max, from: -9, to: -1}}}\n")
                        .fullMarks())
                .isNull();
    }

    @Test
    void penalties_and_bonuses_are_no_part_of_full_marks() {
        assertThat(WHOLE.without("numbers").node("numbers").orElseThrow().exclusion())
                .isNotNull();
        Framework leaf = Framework.parse("""
                {id: f, version: 1, name: F, nodes: [{id: a, name: A, bonusCap: 3, checkPoints: [
                {id: p, text: p, points: 10, rule: checklist}, {id: q, text: q, points: -5, rule: checklist},
                {id: r, text: r, points: 5, rule: checklist, bonus: true}]}]}
                """);

        assertThat(leaf.fullMarks()).isEqualByComparingTo("10");
    }

    @Test
    void other_weights_make_another_framework_of_the_same_tree() {
        Framework other = WHOLE.withWeights(Map.of("checks", new BigDecimal("9")));

        assertThat(other.node("checks").orElseThrow().weight()).isEqualByComparingTo("9");
        assertThat(WHOLE.node("checks").orElseThrow().weight().doubleValue()).isEqualTo(1.0 / 3);
        assertThat(other.nodes()).hasSameSizeAs(WHOLE.nodes());
    }

    private static BigDecimal marks(String measure) {
        return Framework.parse("{id: f, version: 1, name: F, nodes: [{id: a, name: A, measure: " + measure + "}]}")
                .fullMarks();
    }

    private static Rule.Measure measure(String id) {
        return WHOLE.node(id).flatMap(Node::measure).orElseThrow();
    }

    private static List<Fault> faults(String document) {
        FrameworkFaults refused = catchThrowableOfType(FrameworkFaults.class, () -> Framework.parse(document));
        assertThat(refused).describedAs("refused").isNotNull();
        return refused.faults();
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }
}
