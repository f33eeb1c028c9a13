package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Normalisation;
import java.util.Arrays;

/** Positions and quantiles of a column; NaN is no value. */
final class Order {

    private Order() {}

    /** The values in ascending order, without the NaN. */
    static double[] sorted(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        while (n > 0 && sorted[n - 1] != sorted[n - 1]) {
            n--;
        }
        for (int i = 0; i < n; i++) {
            sorted[i] += 0.0;
        }
        return Arrays.copyOf(sorted, n);
    }

    /** The mean of that many values at one end of sorted ones, or of all when there are fewer. */
    static double meanOf(double[] sorted, int count, boolean highest) {
        int most = Math.min(count, sorted.length);
        int from = highest ? sorted.length - most : 0;
        return Moments.of(Arrays.copyOfRange(sorted, from, from + most)).mean();
    }

    /** The rank of a value among sorted ones, the lowest being 1. */
    static double rank(double[] sorted, double value, Normalisation.Ties ties) {
        int below = firstNotBelow(sorted, value);
        int through = firstAbove(sorted, value);
        return switch (ties) {
            case MIN -> below + 1;
            case MAX -> through;
            case AVERAGE -> (below + 1 + through) / 2.0;
        };
    }

    /** The quantile by linear interpolation between the values beside it (type 7, the default of R, numpy and spreadsheets). */
    static double quantile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
