package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.answer;
import static cn.lingpao.methodology.engine.Frameworks.leaf;
import static cn.lingpao.methodology.engine.Frameworks.number;
import static cn.lingpao.methodology.engine.Frameworks.point;
import static cn.lingpao.methodology.engine.Frameworks.pointOf;
import static cn.lingpao.methodology.engine.Frameworks.score;
import static cn.lingpao.methodology.engine.Frameworks.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    @Test
    void a_checklist_earns_all_points_or_none() {
        Framework framework = leaf("", point("a", 60, "checklist"), point("b", 40, "checklist"));

        Sheet sheet = sheet(framework, Map.of("a", answer(Value.MET), "b", answer(Value.NOT_MET)));

        assertThat(sheet.total()).isEqualByComparingTo("60");
        assertThat(pointOf(sheet, "a").points()).isEqualByComparingTo("60");
        assertThat(pointOf(sheet, "b").points()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"full, 10", "part, 5", "none, 0"})
    void a_grade_earns_its_share(String grade, String points) {
        Framework framework = leaf("", point("a", 10, "graded, grades: {full: 1, part: 0.5, none: 0}"));

        assertThat(sheet(framework, Map.of("a", answer(Value.grade(grade)))).total())
                .isEqualByComparingTo(points);
    }

    @Test
    void a_graded_point_takes_met_as_all_and_not_met_as_nothing() {
        Framework framework = leaf("", point("a", 10, "graded, grades: {part: 0.5}"));

        assertThat(sheet(framework, Map.of("a", answer(Value.MET))).total()).isEqualByComparingTo("10");
        assertThat(sheet(framework, Map.of("a", answer(Value.NOT_MET))).total()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "25, 2.5", "100, 10", "250, 10", "-5, 0", "1e300, 10"})
    void a_ratio_lies_between_nothing_and_all(String value, String points) {
        Framework framework = leaf("", point("a", 10, "ratio, of: 100"));

        assertThat(sheet(framework, Map.of("a", number(value))).total()).isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"9.999, 0", "10, 5", "49, 5", "50, 10", "-1, 0"})
    void tiers_earn_the_share_of_the_highest_threshold_reached(String value, String points) {
        Framework framework = leaf("", point("a", 10, "tiers, tiers: [{from: 50, share: 1}, {from: 10, share: 0.5}]"));

        assertThat(sheet(framework, Map.of("a", number(value))).total()).isEqualByComparingTo(points);
    }

    @Test
    void one_indicator_may_mix_rules() {
        Framework framework = leaf("", point("a", 40, "benchmark"), point("b", 60, "checklist"));

        GroupResult result = score(
                framework,
                Map.of(
                        "x", Map.of("a", number("3"), "b", answer(Value.MET)),
                        "y", Map.of("a", number("4"), "b", answer(Value.NOT_MET))));

        assertThat(result.sheet("x").orElseThrow().total()).isEqualByComparingTo("90");
        assertThat(result.sheet("y").orElseThrow().total()).isEqualByComparingTo("40");
    }

    @Nested
    class A_benchmark {

        private final Framework higher = leaf("", point("a", 100, "benchmark"));
        private final Framework lower = leaf("", point("a", 100, "benchmark, direction: lower"));

        @Test
        void gives_the_best_all_points_and_the_others_their_share() {
            assertThat(totals(higher, "50", "200", "100")).containsExactly("25", "100", "50");
            assertThat(totals(lower, "50", "200", "100")).containsExactly("100", "25", "50");
        }

        @Test
        void names_the_first_target_by_id_when_several_are_best() {
            GroupResult result = score(
                    higher,
                    Map.of(
                            "c",
                            Map.of("a", number("7")),
                            "b",
                            Map.of("a", number("7.0")),
                            "d",
                            Map.of("a", number("1"))));

            Sheet.PointScore point = pointOf(result.sheet("d").orElseThrow(), "a");
            assertThat(point.baseTargetId()).isEqualTo("b");
            assertThat(point.base()).isEqualByComparingTo("7");
        }

        @Test
        void whose_best_is_zero_earns_nobody_anything() {
            assertThat(totals(higher, "0", "0")).containsExactly("0", "0");
        }

        @Test
        void downwards_with_a_best_of_zero_earns_all_for_zero_and_nothing_for_more() {
            assertThat(totals(lower, "0", "3", "0")).containsExactly("100", "0", "100");
        }

        @Test
        void that_nobody_answered_has_no_base() {
            Sheet sheet = sheet(higher, Map.of("a", answer(Value.UNDETERMINED)));

            assertThat(pointOf(sheet, "a").base()).isNull();
            assertThat(pointOf(sheet, "a").baseTargetId()).isNull();
            assertThat(sheet.total()).isNull();
        }

        @Test
        void corrected_moves_every_target_of_the_group() {
            assertThat(totals(higher, "50", "100")).containsExactly("50", "100");
            assertThat(totals(higher, "50", "200")).containsExactly("25", "100");
        }

        @Test
        void looks_only_at_the_targets_of_the_roster() {
            Map<String, Map<String, Answer>> cells =
                    Map.of("in", Map.of("a", number("5")), "out", Map.of("a", number("500")));

            GroupResult result = Engine.score(higher, List.of(new Member("in", null)), cells, Map.of());

            assertThat(result.sheets()).singleElement().satisfies(sheet -> assertThat(sheet.total())
                    .isEqualByComparingTo("100"));
        }

        private List<String> totals(Framework framework, String... numbers) {
            Map<String, Map<String, Answer>> cells = new TreeMap<>();
            for (int i = 0; i < numbers.length; i++) {
                cells.put("t" + i, Map.of("a", number(numbers[i])));
            }
            return score(framework, cells).sheets().stream()
                    .map(sheet -> String.valueOf(sheet.total()))
                    .toList();
        }
    }

    @Nested
    class A_value_that_does_not_fit {

        private final Framework framework = leaf("", point("a", 100, "checklist"));

        @Test
        void is_refused_by_name() {
            assertThatThrownBy(() -> sheet(framework, Map.of("a", number("1"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("t: a takes MET or NOT_MET");
        }

        @Test
        void is_an_unknown_check_point_too() {
            assertThatThrownBy(() -> sheet(framework, Map.of("ghost", answer(Value.MET))))
                    .hasMessageContaining("f@1 has no check point ghost");
        }
    }

    @Test
    void a_target_that_is_twice_in_the_roster_is_refused() {
        Framework framework = leaf("", point("a", 100, "checklist"));
        List<Member> roster = List.of(new Member("t", null), new Member("t", null));

        assertThatThrownBy(() -> Engine.score(framework, roster, Map.of(), Map.of()))
                .hasMessageContaining("t is twice in the roster");
    }

    @Test
    void an_empty_group_has_no_sheets() {
        assertThat(score(leaf("", point("a", 100, "benchmark")), Map.of()).sheets())
                .isEmpty();
    }

    @Test
    void the_verdict_a_point_rests_on_is_kept() {
        Framework framework = leaf("", point("a", 100, "checklist"));

        Sheet sheet = sheet(framework, Map.of("a", new Answer(Value.MET, "c/t/a#3")));

        assertThat(pointOf(sheet, "a").verdictId()).isEqualTo("c/t/a#3");
    }
}
