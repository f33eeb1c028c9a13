package cn.lingpao.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.portal.CannedResults;
import cn.lingpao.portal.results.Release;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Release.Framework framework =
            new CannedResults().release("demo", "1").orElseThrow().content().framework();

    @Test
    void a_total_below_a_level_never_looks_like_the_level() {
        Numbers numbers = Numbers.fitting(Stream.of(new BigDecimal("1.5")));
        assertThat(numbers.total(new BigDecimal("94.995"), framework)).isEqualTo("94.995");
        assertThat(numbers.total(new BigDecimal("94.999999999"), framework)).isEqualTo("94.999999999");
        assertThat(numbers.total(new BigDecimal("95"), framework)).isEqualTo("95.00");
        assertThat(numbers.total(new BigDecimal("90.126"), framework)).isEqualTo("90.13");
    }

    @Test
    void whole_scores_have_no_decimals_and_others_have_two() {
        assertThat(Numbers.fitting(Stream.of(new BigDecimal("78"), new BigDecimal("5.0")))
                        .score(new BigDecimal("78.0")))
                .isEqualTo("78");
        assertThat(Numbers.fitting(Stream.of(new BigDecimal("78"), new BigDecimal("5.1")))
                        .score(new BigDecimal("78")))
                .isEqualTo("78.00");
    }

    @Test
    void a_bar_is_never_longer_than_its_rail() {
        assertThat(Numbers.percent(new BigDecimal("120"), new BigDecimal("100")))
                .isEqualTo("100");
        assertThat(Numbers.percent(new BigDecimal("-5"), new BigDecimal("100"))).isEqualTo("0");
        assertThat(Numbers.percent(null, BigDecimal.TEN)).isEqualTo("0");
    }
}
