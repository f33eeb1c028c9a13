package cn.lingpao.methodology.engine;

/**
 * What is known of the values of a column; NaN is no value.
 *
 * @param n how many values there are
 * @param second sum of the squared distances to the mean; likewise {@code third} and {@code fourth} with their powers
 */
record Moments(int n, double min, double max, double mean, double second, double third, double fourth) {

    /** Two passes and a correction of the mean, in the order of the column. */
    static Moments of(double[] column) {
        int n = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double x : column) {
            if (x == x) {
                n++;
                sum += x;
                min = x < min ? x : min;
                max = x > max ? x : max;
            }
        }
        double mean = min == max ? min : corrected(column, sum / n, n);
        double[] powers = new double[3];
        for (double x : column) {
            if (x == x) {
                double d = x - mean;
                powers[0] += d * d;
                powers[1] += d * d * d;
                powers[2] += d * d * d * d;
            }
        }
        return new Moments(n, min, max, mean, powers[0], powers[1], powers[2]);
    }

    private static double corrected(double[] column, double mean, int n) {
        double rest = 0;
        for (double x : column) {
            if (x == x) {
                rest += x - mean;
            }
        }
        return mean + rest / n;
    }

    boolean allEqual() {
        return min == max;
    }

    double deviation(boolean sample) {
        return Math.sqrt(second / (sample ? n - 1 : n));
    }

    /** Sample skewness G1, as spreadsheets have it: √(n(n−1))/(n−2) · m3/m2^1.5; NaN for fewer than 3 values or equal ones. */
    double skewness() {
        if (n < 3 || allEqual()) {
            return Double.NaN;
        }
        double biased = Math.sqrt(n) * third / Math.pow(second, 1.5);
        return biased * Math.sqrt((double) n * (n - 1)) / (n - 2);
    }

    /** Sample excess kurtosis G2, as spreadsheets have it; NaN for fewer than 4 values or equal ones. */
    double kurtosis() {
        if (n < 4 || allEqual()) {
            return Double.NaN;
        }
        double biased = n * fourth / (second * second);
        return ((n + 1) * (biased - 3) + 6) * (n - 1) / ((double) (n - 2) * (n - 3));
    }

    /** Whether outliers must be treated: both limits are exceeded. */
    boolean skewed(double mostSkewness, double mostKurtosis) {
        return Math.abs(skewness()) > mostSkewness && kurtosis() > mostKurtosis;
    }
}
