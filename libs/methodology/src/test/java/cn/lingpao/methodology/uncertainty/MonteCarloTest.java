package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MonteCarloTest {

    private static final long UNIT = 1_000_000_000L;

    /** The first is always best; the second and the third change places evenly; the fourth has no total. */
    private static void score(double[][] weights, double[][] open, int count, long[][] totals) {
        for (int draw = 0; draw < count; draw++) {
            totals[0][draw] = 95 * UNIT;
            totals[1][draw] = (long) ((60 + 20 * open[0][draw]) * UNIT);
            totals[2][draw] = 70 * UNIT;
            totals[3][draw] = Places.NONE;
        }
    }

    private static Tally run(int draws, int threads) {
        WeightDraws weights = new WeightDraws(new int[] {-1}, new double[] {1}, new Noise.None());
        MonteCarlo.Ruler ruler = new MonteCarlo.Ruler(
                new Places(Places.Method.COMPETITION),
                new RankKeys(1, RoundingMode.HALF_UP, false),
                new long[] {90 * UNIT, 65 * UNIT},
                new int[] {1, 2, -1, -1});
        return new MonteCarlo(4, weights, 1, () -> MonteCarloTest::score, ruler).run(draws, 5, threads, done -> {});
    }

    @Test
    void ranks_levels_and_neighbours_are_counted() {
        Tally tally = run(10_000, 2);

        assertThat(tally.quantile(0, 0.95)).isEqualTo(1);
        assertThat(tally.quantile(1, 0.05)).isEqualTo(2);
        assertThat(tally.quantile(1, 0.95)).isEqualTo(3);
        assertThat(tally.mean(1)).isCloseTo(2.5, within(0.02));
        assertThat(tally.ahead[0]).isEqualTo(10_000);
        assertThat(tally.ahead[1]).isCloseTo(5_000, within(200L));
        assertThat(tally.levels[0]).containsExactly(10_000, 0);
        assertThat(tally.levels[1][1]).isCloseTo(7_500, within(200L));
        assertThat(tally.meanTotal(1)).isCloseTo(70, within(0.2));
        assertThat(tally.unranked[3]).isEqualTo(10_000);
        assertThat(tally.levels[3]).containsExactly(0, 0);
    }

    @Test
    void the_result_does_not_depend_on_the_number_of_threads() {
        assertThat(figures(run(2_000, 1))).containsExactly(figures(run(2_000, 7)));
        assertThat(figures(run(2_000, 1))).containsExactly(figures(run(2_000, 2)));
    }

    @Test
    void few_draws_of_many_targets_are_kept_one_by_one() {
        Tally tally = run(5, 2);

        assertThat(tally.quantile(0, 0.5)).isEqualTo(1);
        assertThat(tally.mean(0)).isEqualTo(1);
        assertThat(tally.quantile(2, 0.05)).isBetween(2.0, 3.0);
    }

    private static double[] figures(Tally tally) {
        double[] means = new double[] {tally.mean(0), tally.mean(1), tally.mean(2), tally.meanTotal(1)};
        double[] counts = Arrays.stream(tally.ahead).asDoubleStream().toArray();
        double[] figures = Arrays.copyOf(means, means.length + counts.length);
        System.arraycopy(counts, 0, figures, means.length, counts.length);
        return figures;
    }
}
