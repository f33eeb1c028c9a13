package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.answer;
import static cn.lingpao.methodology.engine.Frameworks.leaf;
import static cn.lingpao.methodology.engine.Frameworks.nodeOf;
import static cn.lingpao.methodology.engine.Frameworks.of;
import static cn.lingpao.methodology.engine.Frameworks.point;
import static cn.lingpao.methodology.engine.Frameworks.pointOf;
import static cn.lingpao.methodology.engine.Frameworks.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final String A = point("a", 60, "checklist");
    private static final String B = point("b", 40, "checklist");
    private static final Answer MET = answer(Value.MET);
    private static final Answer NOT_MET = answer(Value.NOT_MET);
    private static final Answer UNDETERMINED = answer(Value.UNDETERMINED);
    private static final Answer NOT_APPLICABLE = answer(Value.NOT_APPLICABLE);

    @Nested
    class A_value_that_is_not_there {

        @Test
        void counts_as_zero_when_the_framework_says_so() {
            Sheet sheet = sheet(leaf("missing: zero", A, B), Map.of("a", MET));

            assertThat(sheet.total()).isEqualByComparingTo("60");
            assertThat(pointOf(sheet, "b")).isEqualTo(unearned("b", State.MISSING, null, true));
        }

        @Test
        void is_left_out_and_the_others_rescaled_when_the_framework_says_so() {
            Sheet sheet = sheet(leaf("missing: exclude", A, B), Map.of("a", MET));

            assertThat(sheet.total()).isEqualByComparingTo("100");
            assertThat(pointOf(sheet, "b").counted()).isFalse();
            assertThat(pointOf(sheet, "a").points()).isEqualByComparingTo("60");
        }

        @Test
        void is_left_out_when_the_framework_says_nothing() {
            assertThat(sheet(leaf("", A, B), Map.of("a", MET)).total()).isEqualByComparingTo("100");
        }

        @Test
        void is_not_the_same_as_an_undetermined_one() {
            Framework framework = leaf("missing: exclude\nundetermined: zero", A, B);

            assertThat(sheet(framework, Map.of("a", MET, "b", UNDETERMINED)).total())
                    .isEqualByComparingTo("60");
            assertThat(sheet(framework, Map.of("a", MET)).total()).isEqualByComparingTo("100");
        }

        @Test
        void follows_the_policy_of_its_own_check_point_first() {
            String strict = B.replace("}", ", missing: zero}");

            assertThat(sheet(leaf("missing: exclude", A, strict), Map.of("a", MET))
                            .total())
                    .isEqualByComparingTo("60");
        }
    }

    @Test
    void what_is_not_applicable_is_always_left_out() {
        Framework framework = leaf("missing: zero\nundetermined: zero", A, B);

        assertThat(sheet(framework, Map.of("a", MET, "b", NOT_APPLICABLE)).total())
                .isEqualByComparingTo("100");
    }

    @Nested
    class A_node_without_a_score {

        @Test
        void is_undetermined_before_it_is_missing_before_it_is_not_applicable() {
            Framework framework = leaf("", A, B);

            assertThat(leafState(framework, Map.of())).isEqualTo(State.MISSING);
            assertThat(leafState(framework, Map.of("a", UNDETERMINED))).isEqualTo(State.UNDETERMINED);
            assertThat(leafState(framework, Map.of("a", NOT_APPLICABLE))).isEqualTo(State.MISSING);
            assertThat(leafState(framework, Map.of("a", NOT_APPLICABLE, "b", NOT_APPLICABLE)))
                    .isEqualTo(State.NOT_APPLICABLE);
        }

        @Test
        void leaves_its_weight_to_its_siblings() {
            Framework framework = twoNodes("missing: exclude", "");

            Sheet sheet = sheet(framework, Map.of("a", MET));

            assertThat(sheet.total()).isEqualByComparingTo("100");
            assertThat(nodeOf(sheet, "right"))
                    .isEqualTo(new Sheet.NodeScore("right", State.MISSING, null, false, null, null, List.of()));
        }

        @Test
        void counts_as_zero_in_its_parent_when_its_policy_is_zero() {
            Framework framework = twoNodes("missing: exclude", ", missing: zero");

            assertThat(sheet(framework, Map.of("a", MET)).total()).isEqualByComparingTo("75");
        }

        @Test
        void at_the_root_gives_no_total_and_no_level() {
            Sheet sheet = sheet(leaf("levels: [{id: low, name: Low, from: 0}]", A), Map.of());

            assertThat(sheet.total()).isNull();
            assertThat(sheet.level()).isNull();
        }

        private State leafState(Framework framework, Map<String, Answer> answers) {
            return nodeOf(sheet(framework, answers), "leaf").state();
        }
    }

    @Nested
    class A_node_dropped_after_collection {

        private final Framework framework = twoNodes("excluded: [{node: right, reason: dropped}]", "");

        @Test
        void plays_no_part_whatever_was_found() {
            assertThat(sheet(framework, Map.of("a", NOT_MET, "b", MET)).total()).isEqualByComparingTo("0");
            assertThat(sheet(framework, Map.of("a", MET, "b", NOT_MET)).total()).isEqualByComparingTo("100");
        }

        @Test
        void is_shown_as_excluded_with_its_check_points_and_what_was_found() {
            Sheet sheet = sheet(framework, Map.of("a", MET, "b", MET));

            assertThat(nodeOf(sheet, "right").state()).isEqualTo(State.EXCLUDED);
            assertThat(pointOf(sheet, "b")).isEqualTo(unearned("b", State.EXCLUDED, Value.MET, false));
        }

        @Test
        void does_not_stretch_a_sum() {
            Framework sum = twoNodes("aggregation: sum\nexcluded: [{node: right, reason: dropped}]", "");

            assertThat(sheet(sum, Map.of("a", MET)).total()).isEqualByComparingTo("300");
        }
    }

    @Nested
    class An_inner_node {

        @Test
        void is_the_weighted_mean_of_its_children() {
            assertThat(sheet(twoNodes("", ""), Map.of("a", MET, "b", NOT_MET)).total())
                    .isEqualByComparingTo("75");
        }

        @Test
        void is_the_weighted_sum_where_the_framework_says_so() {
            Framework framework = twoNodes("aggregation: sum", "");

            assertThat(sheet(framework, Map.of("a", MET, "b", MET)).total()).isEqualByComparingTo("400");
            assertThat(framework.fullMarks()).isEqualByComparingTo("400");
        }

        @Test
        void rescales_a_sum_over_what_is_there() {
            assertThat(sheet(twoNodes("aggregation: sum", ""), Map.of("a", MET)).total())
                    .isEqualByComparingTo("400");
        }

        @Test
        void passes_its_rounded_score_up() {
            Framework framework = of("", """
                    - id: inner
                      name: Inner
                      round: {digits: 0, mode: half-up}
                      nodes:
                        - {id: leaf, name: Leaf, checkPoints: [{id: a, text: a, points: 100, rule: ratio, of: 200}]}
                    """);

            Sheet sheet = sheet(framework, Map.of("a", Frameworks.number("1")));

            assertThat(nodeOf(sheet, "leaf").score()).isEqualByComparingTo("0.5");
            assertThat(sheet.total()).isEqualByComparingTo("1");
        }
    }

    @Test
    void every_node_and_check_point_stands_on_the_sheet_in_the_frameworks_order() {
        Sheet sheet = sheet(twoNodes("", ""), Map.of());

        assertThat(sheet.nodes()).extracting(Sheet.NodeScore::nodeId).containsExactly("f", "left", "right");
        assertThat(sheet.points()).extracting(Sheet.PointScore::checkPointId).containsExactly("a", "b");
    }

    /** Left weighs 3 and holds check point a, right weighs 1 and holds b; both have 100 points. */
    private static Framework twoNodes(String top, String right) {
        return of(top, """
                - {id: left, name: Left, weight: 3, checkPoints: [{id: a, text: a, points: 100, rule: checklist}]}
                - {id: right, name: Right, weight: 1, checkPoints: [{id: b, text: b, points: 100, rule: checklist, missing: exclude}]RIGHT}
                """.replace("RIGHT", right));
    }

    private static Sheet.PointScore unearned(String id, State state, @Nullable Value value, boolean counted) {
        return new Sheet.PointScore(id, state, value, null, counted, null, null, null, null, false, List.of());
    }
}
