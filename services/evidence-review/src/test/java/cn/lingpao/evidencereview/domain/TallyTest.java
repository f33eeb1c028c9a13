package cn.lingpao.evidencereview.domain;

import static cn.lingpao.evidencereview.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lingpao.evidencereview.domain.Sample.Outcome;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    /** 81 of 263: R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            81, 263, 0.2553, 0.3662
            15, 148, 0.0624, 0.1605
            0,   20, 0.0000, 0.1611
            1,   29, 0.0061, 0.1718
            """)
    void the_interval_is_the_published_one(long hits, long trials, double low, double high) {
        Interval interval = Interval.of(hits, trials);
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            19, 19, 0.1, false
            20,  2, 0.1, false
            20,  3, 0.1, true
            30,  3, 0.1, false
            20,  0, 0,   false
            20,  1, 0,   true
            20, 20, 1,   false
            """)
    void a_limit_is_passed_by_more_than_it_once_enough_were_reviewed(
            long reviewed, long overturned, BigDecimal limit, boolean passes) {
        Tally tally = new Tally(reviewed, 0, reviewed, overturned, 0);
        assertThat(tally.passes(new Rule(BigDecimal.ONE, limit, 20))).isEqualTo(passes);
    }

    @Test
    void only_what_people_judged_is_reviewed() {
        Tally tally = Tally.of(
                List.of(
                        sample(Outcome.WAITING, 1),
                        sample(Outcome.CONFIRMED, 1),
                        sample(Outcome.OVERTURNED, 1),
                        sample(Outcome.SET_ASIDE, 1)),
                null);
        assertThat(tally).isEqualTo(new Tally(4, 1, 2, 1, 1));
        assertThat(new Tally(1, 1, 0, 0, 0).interval()).isEmpty();
    }

    @Test
    void after_a_lifting_only_what_came_later_counts() {
        List<Sample> samples = List.of(sample(Outcome.OVERTURNED, 0), sample(Outcome.CONFIRMED, 1));
        assertThat(Tally.of(samples, NOW)).isEqualTo(new Tally(1, 0, 1, 0, 0));
    }

    private static Sample sample(Outcome outcome, int second) {
        return new Sample("robot", null, "o" + second, NOW.plusSeconds(second), outcome);
    }
}
