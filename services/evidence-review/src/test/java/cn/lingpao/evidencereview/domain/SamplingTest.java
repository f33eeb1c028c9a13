package cn.lingpao.evidencereview.domain;

import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.domain.Sampling.Rule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static final int CELLS = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.05", "0.5"})
    void the_share_that_is_drawn_is_the_one_that_was_asked_for(String share) {
        double p = Double.parseDouble(share);
        double deviation = Math.sqrt(p * (1 - p) * CELLS);

        assertThat((double) drawn(sampling("seed", share)))
                .isBetween(p * CELLS - 4 * deviation, p * CELLS + 4 * deviation);
    }

    @Test
    void nothing_is_drawn_of_nothing_and_everything_of_all() {
        assertThat(drawn(sampling("seed", "0"))).isZero();
        assertThat(drawn(sampling("seed", "1"))).isEqualTo(CELLS);
        assertThat(drawn(Sampling.NONE)).isZero();
    }

    /**
     * The fraction, recomputed with other means: {@code python3 -c "import hashlib;
     * print(int(hashlib.sha256(b'seed/c/robot/none/t3/portal').hexdigest()[:16], 16) / 2**64)"}.
     */
    @Test
    void anybody_can_draw_the_same_again() {
        assertThat(draws(sampling("seed", "0.4281"), "t3")).isTrue();
        assertThat(draws(sampling("seed", "0.4279"), "t3")).isFalse();
    }

    @Test
    void another_seed_draws_others() {
        Sampling one = sampling("one", "0.5");
        Sampling other = sampling("other", "0.5");
        assertThat(IntStream.range(0, 100).filter(each -> draws(one, "t" + each) == draws(other, "t" + each)))
                .hasSizeBetween(20, 80);
    }

    @Test
    void neither_value_nor_time_nor_id_decides_the_draw() {
        Sampling half = sampling("seed", "0.5");
        for (int each = 0; each < 100; each++) {
            CellId cell = new CellId("c", "t" + each, "none");
            assertThat(half.draws(cell, observation("a", MET, 1)))
                    .isEqualTo(half.draws(cell, observation("b", NOT_MET, 99)));
        }
    }

    @Test
    void a_check_point_may_have_a_rule_of_its_own() {
        Rule own = rule("1");
        Sampling sampling = new Sampling("seed", rule("0"), Map.of("none", own));
        assertThat(sampling.of("none")).contains(own);
        assertThat(sampling.of("other")).contains(rule("0"));
        assertThat(drawn(sampling)).isEqualTo(CELLS);
    }

    private static long drawn(Sampling sampling) {
        return IntStream.range(0, CELLS)
                .filter(each -> draws(sampling, "t" + each))
                .count();
    }

    private static boolean draws(Sampling sampling, String target) {
        return sampling.draws(new CellId("c", target, "none"), observation("o", MET, 1));
    }

    private static Sampling sampling(String seed, String share) {
        return new Sampling(seed, rule(share), Map.of());
    }

    private static Rule rule(String share) {
        return new Rule(new BigDecimal(share), new BigDecimal("0.1"), 20);
    }
}
