package cn.lingpao.methodology.engine;

/** The first rows with the smallest and the largest number of a column, kept up to date without reading it again where possible. */
final class Extremes {

    private final double[] values;
    private int low = -1;
    private int high = -1;

    Extremes(double[] values) {
        this.values = values;
    }

    double min() {
        return low < 0 ? Double.NaN : values[low];
    }

    double max() {
        return high < 0 ? Double.NaN : values[high];
    }

    boolean isEmpty() {
        return low < 0;
    }

    void scan() {
        int lowest = -1;
        int highest = -1;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < values.length; row++) {
            double x = values[row];
            if (x < min) {
                min = x;
                lowest = row;
            }
            if (x > max) {
                max = x;
                highest = row;
            }
        }
        low = lowest;
        high = highest;
    }

    /** Looks at rows that changed; at all, when one of them held an end. False when both ends are surely what they were. */
    boolean update(Rows rows) {
        if (isEmpty() || holds(rows)) {
            scan();
            return true;
        }
        int lowest = low;
        int highest = high;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            double x = values[row];
            if (x < values[low] || x == values[low] && row < low) {
                low = row;
            }
            if (x > values[high] || x == values[high] && row < high) {
                high = row;
            }
        }
        return low != lowest || high != highest;
    }

    private boolean holds(Rows rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == low || rows.get(i) == high) {
                return true;
            }
        }
        return false;
    }
}
