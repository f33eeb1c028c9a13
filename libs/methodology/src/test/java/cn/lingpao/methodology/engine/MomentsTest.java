package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures by numpy, from √n Σd³/(Σd²)^1.5·√(n(n−1))/(n−2) and ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)), r = n Σd⁴/(Σd²)². */
class MomentsTest {

    private static final double[] SKEWED = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100};
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void skewness_and_kurtosis_are_those_of_a_sample() {
        Moments moments = Moments.of(SKEWED);

        assertThat(moments.skewness()).isCloseTo(3.0632410342394985, EXACT);
        assertThat(moments.kurtosis()).isCloseTo(9.741390834569144, EXACT);
        assertThat(moments.skewed(2, 3.5)).isTrue();
    }

    @Test
    void a_missing_number_plays_no_part() {
        double[] holes = Arrays.copyOf(SKEWED, 14);
        holes[12] = Double.NaN;
        holes[13] = Double.NaN;

        assertThat(Moments.of(holes)).isEqualTo(Moments.of(SKEWED));
    }

    @Test
    void equal_numbers_have_their_own_mean_and_no_skewness() {
        double[] equal = new double[7];
        Arrays.fill(equal, 0.1);
        Moments moments = Moments.of(equal);

        assertThat(moments.mean()).isEqualTo(0.1);
        assertThat(moments.second()).isZero();
        assertThat(moments.skewed(0, 0)).isFalse();
    }

    @Test
    void winsorising_moves_the_longer_tail_until_one_limit_holds() {
        double[] column = SKEWED.clone();

        assertThat(Winsorising.treat(column, 5, 2, 3.5)).isTrue();
        assertThat(column).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30);
    }

    @Test
    void points_that_are_tied_move_together_and_count_each() {
        double[] column = {1, 2, 2, 2, 3, 100, 100, 1000};

        assertThat(Winsorising.treat(column, 2, 0.1, -9)).isFalse();
        assertThat(column).containsExactly(1, 2, 2, 2, 3, 3, 3, 3);
    }

    @Test
    void the_lower_tail_is_brought_in_when_the_skewness_is_negative() {
        double[] column = {-100, 4, 5, 6, 7, 8, 9, 10};

        assertThat(Winsorising.treat(column, 5, 2, 3.5)).isTrue();
        assertThat(column[0]).isEqualTo(4);
    }

    @Test
    void percentiles_lie_between_the_numbers_beside_them() {
        double[] sorted = Order.sorted(SKEWED);

        assertThat(Order.quantile(sorted, 0.025)).isCloseTo(1.275, EXACT);
        assertThat(Order.quantile(sorted, 0.1)).isCloseTo(2.1, EXACT);
        assertThat(Order.quantile(sorted, 0.5)).isCloseTo(6.5, EXACT);
        assertThat(Order.quantile(sorted, 0.975)).isCloseTo(80.75, EXACT);
    }
}
