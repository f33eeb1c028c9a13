package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.answer;
import static cn.lingpao.methodology.engine.Frameworks.leaf;
import static cn.lingpao.methodology.engine.Frameworks.nodeOf;
import static cn.lingpao.methodology.engine.Frameworks.number;
import static cn.lingpao.methodology.engine.Frameworks.point;
import static cn.lingpao.methodology.engine.Frameworks.pointOf;
import static cn.lingpao.methodology.engine.Frameworks.score;
import static cn.lingpao.methodology.engine.Frameworks.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointOptionsTest {

    private static final Answer MET = answer(Value.MET);
    private static final Answer NOT_MET = answer(Value.NOT_MET);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4", "3, 10", "1000000, 10"})
    void pieces_earn_points_up_to_a_cap(String pieces, String points) {
        assertThat(sheet(leaf("", point("a", 10, "count, each: 4")), Map.of("a", number(pieces)))
                        .total())
                .isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"-5, -5", "0, 0", "7.25, 7.25", "10, 10"})
    void given_points_are_earned_as_they_are(String given, String points) {
        assertThat(sheet(leaf("", point("a", 10, "given, least: -5")), Map.of("a", number(given)))
                        .total())
                .isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"true, 30, 7.5", "true, 60, 10", "false, 60, 15", "true, -1, 0"})
    void a_ratio_takes_its_denominator_from_another_answer(boolean cap, String value, String points) {
        Framework framework = leaf("variables: [{id: all}]", point("a", 10, "ratio, of: {value: all}, cap: " + cap));

        assertThat(sheet(framework, Map.of("a", number(value), "all", number("40")))
                        .total())
                .isEqualByComparingTo(points);
    }

    @Test
    void a_ratio_to_zero_has_no_result_and_does_what_undetermined_values_do() {
        Framework framework =
                leaf("variables: [{id: all}]", point("a", 10, "ratio, of: {value: all}"), point("b", 10, "checklist"));
        Sheet sheet = sheet(framework, Map.of("a", number("3"), "all", number("0"), "b", MET));

        assertThat(pointOf(sheet, "a").undefined()).isEqualTo(Undefined.DENOMINATOR_ZERO);
        assertThat(sheet.total()).isEqualByComparingTo("20");
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            benchmark, base: {target: b}, cap: true | 5 10 10
            benchmark, base: {target: b}, cap: false | 5 10 20
            benchmark, base: {value: 20} | 2.5 5 10
            benchmark, direction: lower, base: {value: 10} | 10 10 5
            benchmark, direction: lower, base: {value: 10}, cap: false | 20 10 5
            benchmark, base: {target: nobody} | - - -
            """)
    void a_benchmark_may_have_a_stated_base(String rule, String points) {
        GroupResult result = score(
                leaf("", point("p", 10, rule)),
                Map.of("a", Map.of("p", number("5")), "b", Map.of("p", number("10")), "c", Map.of("p", number("20"))));

        assertThat(String.join(
                        " ",
                        result.sheets().stream()
                                .map(sheet -> sheet.total() == null
                                        ? "-"
                                        : sheet.total().toPlainString())
                                .toList()))
                .isEqualTo(points);
    }

    @Test
    void a_benchmark_looks_at_the_category_of_the_target() {
        Framework framework =
                leaf("variables: [{id: region, type: category}]", point("p", 10, "benchmark, within: region"));
        Answer east = answer(Value.grade("east"));
        GroupResult result = score(
                framework,
                Map.of(
                        "a", Map.of("p", number("5"), "region", east),
                        "b", Map.of("p", number("10"), "region", east),
                        "c", Map.of("p", number("2"), "region", answer(Value.grade("west")))));

        assertThat(result.sheets())
                .extracting(sheet -> sheet.total().toPlainString())
                .containsExactly("5", "10", "10");
        assertThat(pointOf(result.sheet("c").orElseThrow(), "p").baseTargetId()).isEqualTo("c");
    }

    @Nested
    class A_penalty {

        private final Framework framework =
                leaf("", point("a", 60, "checklist"), point("b", 40, "checklist"), point("p", -5, "checklist"));

        @Test
        void takes_points_off() {
            assertThat(sheet(framework, Map.of("a", MET, "b", MET, "p", MET)).total())
                    .isEqualByComparingTo("95");
            assertThat(sheet(framework, Map.of("a", NOT_MET, "b", NOT_MET, "p", MET))
                            .total())
                    .isEqualByComparingTo("-5");
        }

        @Test
        void is_not_rescaled_when_points_are_missing() {
            assertThat(sheet(framework, Map.of("a", MET, "p", MET)).total()).isEqualByComparingTo("95");
        }

        @Test
        void alone_makes_no_score() {
            assertThat(sheet(framework, Map.of("p", MET)).total()).isNull();
        }

        @Test
        void that_is_missing_costs_nothing() {
            assertThat(sheet(framework, Map.of("a", MET, "b", NOT_MET)).total()).isEqualByComparingTo("60");
        }
    }

    @Test
    void bonus_points_come_on_top_up_to_their_cap() {
        Framework framework = Framework.parse("""
                {id: f, version: 1, name: F, nodes: [{id: leaf, name: L, bonusCap: 5, checkPoints: [
                {id: a, text: a, points: 10, rule: checklist}, {id: b, text: b, points: 4, rule: checklist, bonus: true},
                {id: c, text: c, points: 4, rule: checklist, bonus: true}]}]}
                """);

        assertThat(sheet(framework, Map.of("a", MET, "b", MET)).total()).isEqualByComparingTo("14");
        assertThat(sheet(framework, Map.of("a", MET, "b", MET, "c", MET)).total())
                .isEqualByComparingTo("15");
        assertThat(sheet(framework, Map.of("a", NOT_MET)).total()).isEqualByComparingTo("0");
    }

    @Nested
    class A_multiplier {

        private final Framework framework = leaf(
                "variables: [{id: factor}]",
                point("a", 10, "checklist, times: b"),
                point("b", 0, "graded, grades: {half: 0.5}"),
                point("c", 10, "checklist, times: factor"));

        @Test
        void is_the_share_of_another_point_or_a_number() {
            Sheet sheet = sheet(
                    framework, Map.of("a", MET, "b", answer(Value.grade("half")), "c", MET, "factor", number("0.3")));

            assertThat(pointOf(sheet, "a").points()).isEqualByComparingTo("5");
            assertThat(pointOf(sheet, "c").points()).isEqualByComparingTo("3");
            assertThat(sheet.total()).isEqualByComparingTo("8");
        }

        @Test
        void that_is_unknown_makes_the_product_undetermined() {
            Sheet sheet = sheet(framework, Map.of("a", MET, "c", MET, "factor", number("1")));

            assertThat(pointOf(sheet, "a").state()).isEqualTo(State.UNDETERMINED);
            assertThat(sheet.total()).isEqualByComparingTo("20");
        }
    }

    @Nested
    class A_veto {

        private final Framework framework = Framework.parse("""
                {id: f, version: 1, name: F, bonus: {id: x, name: X, cap: 10}, nodes: [{id: leaf, name: L, checkPoints: [
                {id: a, text: a, points: 10, rule: checklist},
                {id: b, text: b, points: 10, rule: checklist, veto: {node: leaf, when: not-met, cap: 3}},
                {id: c, text: c, points: 0, rule: tiers, tiers: [{from: 1, share: 1}], veto: {node: f, when: {above: 5}}}]}]}
                """);

        @Test
        void caps_a_node_above() {
            Sheet sheet = sheet(framework, Map.of("a", MET, "b", NOT_MET));

            assertThat(nodeOf(sheet, "leaf").score()).isEqualByComparingTo("3");
            assertThat(nodeOf(sheet, "leaf").steps()).singleElement().satisfies(step -> {
                assertThat(step.kind()).isEqualTo(Step.Kind.VETOED);
                assertThat(step.with()).isEqualTo("b");
                assertThat(step.before()).isEqualByComparingTo("10");
            });
        }

        @Test
        void does_not_lift_a_score() {
            assertThat(sheet(framework, Map.of("a", NOT_MET, "b", NOT_MET)).total())
                    .isEqualByComparingTo("0");
        }

        @Test
        void is_not_made_by_what_is_missing_or_undetermined() {
            assertThat(sheet(framework, Map.of("a", MET, "b", answer(Value.UNDETERMINED)))
                            .total())
                    .isEqualByComparingTo("20");
        }

        @Test
        void of_the_root_caps_the_total_with_its_bonus() {
            Map<String, Answer> answers = Map.of("a", MET, "b", MET, "c", number("5.0001"));
            Sheet sheet = Engine.score(
                            framework,
                            List.of(new Member("t", null)),
                            Map.of("t", answers),
                            Map.of("t", BigDecimal.TEN))
                    .sheet("t")
                    .orElseThrow();

            assertThat(sheet.total()).isEqualByComparingTo("0");
            assertThat(sheet.bonus()).isEqualByComparingTo("10");
        }

        @Test
        void is_judged_on_the_exact_decimal() {
            assertThat(sheet(framework, Map.of("a", MET, "b", MET, "c", number("5")))
                            .total())
                    .isEqualByComparingTo("20");
        }
    }

    @Test
    void a_dropped_check_point_is_no_part_of_the_leaf() {
        Framework framework = leaf(
                "excluded: [{checkPoint: b, reason: r}]", point("a", 10, "checklist"), point("b", 10, "checklist"));
        Sheet sheet = sheet(framework, Map.of("a", MET, "b", NOT_MET));

        assertThat(sheet.total()).isEqualByComparingTo("10");
        assertThat(pointOf(sheet, "b").state()).isEqualTo(State.EXCLUDED);
        assertThat(pointOf(sheet, "b").value()).isEqualTo(Value.NOT_MET);
    }

    @Nested
    class A_column_of_numbers {

        private final Framework framework = Framework.parse(
                "{id: f, version: 1, name: F, nodes: [{id: m, name: M, measure: {}}, {id: l, name: L, checkPoints: [%s]}]}"
                        .formatted(point("a", 10, "checklist")));
        private final Group group =
                Group.of(CompiledFramework.of(framework), List.of(new Member("x", null), new Member("y", null)));

        @Test
        void has_nan_where_there_is_none() {
            group.column(0, new double[] {3, Double.NaN});
            group.refresh();

            assertThat(group.total(0)).isEqualTo(3);
            assertThat(group.state(1, 1)).isEqualTo(State.MISSING);
            assertThat(group.result()
                            .sheet("y")
                            .orElseThrow()
                            .points()
                            .getFirst()
                            .value())
                    .isNull();
        }

        @Test
        void may_be_corrected_one_by_one() {
            group.column(0, new double[] {3, 4});
            group.set("y", "m", number("9"));
            group.refresh();

            assertThat(group.result()
                            .sheet("x")
                            .orElseThrow()
                            .points()
                            .getFirst()
                            .value())
                    .isEqualTo(Value.number(new BigDecimal("3.0")));
            assertThat(group.total(1)).isEqualTo(9);
        }

        @Test
        void that_is_infinite_too_short_or_no_matter_of_numbers_is_refused() {
            assertThatThrownBy(() -> group.column(0, new double[] {1, Double.NEGATIVE_INFINITY}))
                    .hasMessage("m takes finite numbers only");
            assertThatThrownBy(() -> group.column(0, new double[] {1})).hasMessage("1 numbers for 2 targets");
            assertThatThrownBy(() -> group.column(1, new double[] {1, 1})).hasMessage("a takes no column of numbers");
        }
    }
}
