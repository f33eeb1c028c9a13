package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WeightDrawsTest {

    /** A root with the children 1, 2, 3; 4 is the only child of 1; 5 beside 3 weighs nothing. */
    private static final int[] PARENT = {-1, 0, 0, 0, 1, 0};

    private static final double[] WEIGHT = {1, 10, 30, 60, 5, 0};

    @Test
    void a_weight_moves_by_its_share_at_the_most() {
        double[][] drawn = draw(new Noise.Relative(0.2), 10_000);

        for (int node = 1; node <= 3; node++) {
            assertThat(Arrays.stream(drawn[node]).boxed()).allMatch(near(WEIGHT[node], 0.2));
            assertThat(Arrays.stream(drawn[node]).average().orElseThrow())
                    .isCloseTo(WEIGHT[node], within(WEIGHT[node] * 0.01));
        }
    }

    @Test
    void the_only_child_and_the_weight_of_nothing_stay() {
        for (Noise noise : new Noise[] {new Noise.Relative(1), new Noise.Dirichlet(5)}) {
            double[][] drawn = draw(noise, 100);

            assertThat(drawn[4]).containsOnly(5);
            assertThat(drawn[5]).containsOnly(0);
        }
    }

    @Test
    void dirichlet_shares_keep_their_sum_mean_and_variance() {
        int count = 200_000;
        double concentration = 8;
        double[][] drawn = draw(new Noise.Dirichlet(concentration), count);

        for (int draw = 0; draw < 100; draw++) {
            assertThat(drawn[1][draw] + drawn[2][draw] + drawn[3][draw]).isCloseTo(100, within(1e-9));
        }
        for (int node = 1; node <= 3; node++) {
            double share = WEIGHT[node] / 100;
            double mean = Arrays.stream(drawn[node]).average().orElseThrow() / 100;
            double square = Arrays.stream(drawn[node])
                    .map(weight -> weight * weight / 1e4)
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(share, within(0.003));
            assertThat(square - mean * mean).isCloseTo(share * (1 - share) / (concentration + 1), within(0.001));
        }
    }

    @Test
    void an_amount_is_a_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Noise.Relative(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Noise.Relative(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Noise.Dirichlet(0));
    }

    private static Predicate<Double> near(double weight, double amount) {
        return drawn -> Math.abs(drawn - weight) <= weight * amount + 1e-12;
    }

    private static double[][] draw(Noise noise, int count) {
        WeightDraws draws = new WeightDraws(PARENT, WEIGHT, noise);
        double[][] block = draws.block(count);
        draws.draw(new SplittableRandom(11), block, count);
        return block;
    }
}
