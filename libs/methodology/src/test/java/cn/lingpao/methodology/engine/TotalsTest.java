package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.leaf;
import static cn.lingpao.methodology.engine.Frameworks.number;
import static cn.lingpao.methodology.engine.Frameworks.point;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

    private static final String RATIO = point("a", 100, "ratio, of: 100");
    private static final String LEVELS =
            "levels: [{id: high, name: H, from: 95}, {id: middle, name: M, from: 60}, {id: low, name: L, from: 10}]";
    private static final String BONUS = "bonus: {id: cases, name: Cases, cap: 10}";

    @ParameterizedTest
    @CsvSource({"95, high", "94.995, middle", "94.999999999, middle", "60, middle", "59.9, low", "10, low"})
    void a_level_starts_at_its_bound_on_the_exact_decimal(String score, String level) {
        assertThat(sheet(leaf(LEVELS, RATIO), score, "0").level()).isEqualTo(level);
    }

    @Test
    void below_all_levels_there_is_none() {
        assertThat(sheet(leaf(LEVELS, RATIO), "9.99", "0").level()).isNull();
    }

    @Test
    void a_framework_that_rounds_first_levels_the_rounded_total() {
        Sheet sheet = sheet(leaf(LEVELS + "\nround: {digits: 2}", RATIO), "94.995", "0");

        assertThat(sheet.total()).isEqualByComparingTo("95");
        assertThat(sheet.level()).isEqualTo("high");
    }

    @ParameterizedTest
    @CsvSource({"half-up, 3", "half-even, 2", "half-down, 2", "down, 2", "up, 3", "floor, 2", "ceiling, 3"})
    void rounding_is_as_the_framework_names_it(String mode, String total) {
        Framework framework = leaf("round: {digits: 0, mode: " + mode + "}", RATIO);

        assertThat(sheet(framework, "2.5", "0").total()).isEqualByComparingTo(total);
    }

    @Test
    void arithmetic_noise_does_not_decide_a_rounding() {
        assertThat(100 * 0.285).isLessThan(28.5);

        assertThat(sheet(leaf("round: {digits: 0}", RATIO), "28.5", "0").total())
                .isEqualByComparingTo("29");
    }

    @Nested
    class A_bonus {

        @ParameterizedTest
        @CsvSource({"0, 80, 0", "3.5, 83.5, 3.5", "10, 90, 10", "25, 90, 10", "-4, 80, 0"})
        void is_added_up_to_its_cap(String points, String total, String bonus) {
            Sheet sheet = sheet(leaf(BONUS, RATIO), "80", points);

            assertThat(sheet.total()).isEqualByComparingTo(total);
            assertThat(sheet.bonus()).isEqualByComparingTo(bonus);
        }

        @Test
        void may_lift_a_total_over_full_marks_and_a_target_over_a_level() {
            Sheet sheet = sheet(leaf(BONUS + "\n" + LEVELS, RATIO), "100", "10");

            assertThat(sheet.total()).isEqualByComparingTo("110");
            assertThat(sheet.level()).isEqualTo("high");
        }

        @Test
        void is_rounded_once_together_with_the_score() {
            Sheet sheet = sheet(leaf(BONUS + "\nround: {digits: 0}", RATIO), "80.3", "0.3");

            assertThat(sheet.total()).isEqualByComparingTo("81");
        }

        @Test
        void makes_no_total_for_a_target_without_a_score() {
            Sheet sheet = Engine.score(
                            leaf(BONUS, RATIO), List.of(new Member("t", null)), Map.of(), Map.of("t", BigDecimal.TEN))
                    .sheet("t")
                    .orElseThrow();

            assertThat(sheet.total()).isNull();
            assertThat(sheet.bonus()).isEqualByComparingTo("10");
        }

        @Test
        void is_nothing_in_a_framework_without_one() {
            assertThat(sheet(leaf("", RATIO), "80", "5").total()).isEqualByComparingTo("80");
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "33.3333333333333, 33.333333333", "0.00000000049, 0", "70.10, 70.1"})
    void decimals_are_canonical(String score, String text) {
        assertThat(sheet(leaf("", RATIO), score, "0").total()).hasToString(text);
    }

    private static Sheet sheet(Framework framework, String score, String awards) {
        return Engine.score(
                        framework,
                        List.of(new Member("t", null)),
                        Map.of("t", Map.of("a", number(score))),
                        Map.of("t", new BigDecimal(awards)))
                .sheet("t")
                .orElseThrow();
    }
}
