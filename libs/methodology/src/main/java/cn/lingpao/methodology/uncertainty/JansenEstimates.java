package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.uncertainty.SobolIndex.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** First- and total-order indices of one output from what it gave at the rows of A, B and each A with a factor of B. */
final class JansenEstimates {

    private final double[][] results;
    private final Sobol.Design design;
    private final int[][] resamples;

    /** @param results of A, of B, then of A with the columns of one factor taken from B, factor by factor */
    JansenEstimates(double[][] results, long seed, Sobol.Design design) {
        this.results = results;
        this.design = design;
        SplittableRandom random = new SplittableRandom(seed);
        int rows = design.samples();
        resamples = new int[design.resamples()][];
        Arrays.setAll(resamples, at -> random.ints(rows, 0, rows).toArray());
    }

    List<SobolIndex> indices(List<Sobol.Factor> factors) {
        List<SobolIndex> indices = new ArrayList<>();
        int[] all = new int[design.samples()];
        Arrays.setAll(all, row -> row);
        if (variance(all) == 0) {
            return indices;
        }
        for (int factor = 0; factor < factors.size(); factor++) {
            double[] changed = results[factor + 2];
            indices.add(new SobolIndex(
                    factors.get(factor).id(),
                    estimate(all, results[1], changed, 1),
                    estimate(all, results[0], changed, 0)));
        }
        return indices;
    }

    private Estimate estimate(int[] all, double[] plain, double[] changed, int less) {
        double[] resampled = Arrays.stream(resamples)
                .parallel()
                .mapToDouble(rows -> index(rows, plain, changed, less))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double value = index(all, plain, changed, less);
        if (resampled.length == 0) {
            return new Estimate(value, value, value);
        }
        double tail = (1 - design.confidence()) / 2;
        return new Estimate(value, quantile(resampled, tail), quantile(resampled, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /** Half the mean squared difference ÷ variance: the total index, or 1 − it, the first. */
    private double index(int[] rows, double[] plain, double[] changed, int less) {
        double sum = 0;
        for (int row : rows) {
            double difference = plain[row] - changed[row];
            sum += difference * difference;
        }
        double share = sum / (2 * rows.length) / variance(rows);
        return less == 1 ? 1 - share : share;
    }

    private double variance(int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += results[0][row] + results[1][row];
        }
        double mean = sum / (2 * rows.length);
        double squares = 0;
        for (int row : rows) {
            double a = results[0][row] - mean;
            double b = results[1][row] - mean;
            squares += a * a + b * b;
        }
        return squares / (2 * rows.length);
    }
}
