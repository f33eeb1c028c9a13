package cn.lingpao.methodology.engine;

/**
 * Brings outliers in: the values at the longer tail become the next one inwards, until skewness or kurtosis is within its limit
 * or the most points are moved (OECD/JRC Handbook on Composite Indicators, step 4; points that move together count each).
 */
final class Winsorising {

    private Winsorising() {}

    /** Moves values of {@code column} in place and says whether it is within the limits then. */
    static boolean treat(double[] column, int most, double skewness, double kurtosis) {
        Moments moments = Moments.of(column);
        int high = 0;
        int low = 0;
        while (moments.skewed(skewness, kurtosis) && high + low < most) {
            if (moments.skewness() >= 0) {
                high = move(column, moments.max(), next(column, moments.max(), true));
            } else {
                low = move(column, moments.min(), next(column, moments.min(), false));
            }
            moments = Moments.of(column);
        }
        return !moments.skewed(skewness, kurtosis);
    }

    private static double next(double[] column, double end, boolean below) {
        double next = below ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (double x : column) {
            if (below ? x < end && x > next : x > end && x < next) {
                next = x;
            }
        }
        return next;
    }

    private static int move(double[] column, double from, double to) {
        int moved = 0;
        for (int row = 0; row < column.length; row++) {
            if (column[row] == from) {
                column[row] = to;
                moved++;
            }
        }
        return moved;
    }
}
