package cn.lingpao.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.portal.results.Ranking.State;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static final Numbers NUMBERS = Numbers.fitting(Stream.of(new BigDecimal("1.5")));

    @Test
    void a_bar_measures_a_score_by_the_full_marks() {
        assertThat(Mark.of(NUMBERS, State.SCORED, new BigDecimal("1.5"), new BigDecimal("3"))
                        .percent())
                .isEqualTo("50");
    }

    @Test
    void a_score_without_an_upper_end_has_no_bar() {
        assertThat(Mark.of(NUMBERS, State.SCORED, new BigDecimal("1.5"), null).percent())
                .isNull();
    }
}
