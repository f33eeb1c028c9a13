package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Logarithm;
import cn.lingpao.methodology.framework.Winsorisation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A measure after its outliers were brought in and its logarithm was taken. */
final class TreatedColumn extends WholeColumn {

    private final @Nullable Winsorisation winsorisation;
    private final @Nullable Logarithm logarithm;
    private double[] winsorised = {};
    private boolean logged;

    TreatedColumn(Column source, @Nullable Winsorisation winsorisation, @Nullable Logarithm logarithm) {
        super(source);
        this.winsorisation = winsorisation;
        this.logarithm = logarithm;
    }

    @Override
    void compute() {
        double[] column = source.value.clone();
        boolean within = winsorise(column);
        boolean take = logarithm != null && (logarithm.when() == Logarithm.When.ALWAYS || !within);
        boolean original =
                take && logarithm.when() == Logarithm.When.STILL_SKEWED && logarithm.on() == Logarithm.On.ORIGINAL;
        winsorised = original ? source.value.clone() : column;
        logged = take;
        Moments moments = Moments.of(winsorised);
        for (int row = 0; row < rows(); row++) {
            if (source.state[row] != Cell.SCORED) {
                copy(row, source);
            } else if (logarithm != null && take) {
                log(row, winsorised[row], logarithm, moments);
            } else {
                number(row, winsorised[row]);
            }
        }
    }

    /** Whether skewness or kurtosis is within its bound afterwards. */
    private boolean winsorise(double[] column) {
        if (winsorisation instanceof Winsorisation.ByMoments limits) {
            int most = limits.most() == null ? Integer.MAX_VALUE : limits.most();
            return Winsorising.treat(
                    column,
                    most,
                    limits.skewness().doubleValue(),
                    limits.kurtosis().doubleValue());
        }
        if (winsorisation instanceof Winsorisation.ByPercentiles bounds) {
            double[] sorted = Order.sorted(column);
            if (sorted.length > 0) {
                double low = bounds.low() == null
                        ? sorted[0]
                        : Order.quantile(sorted, bounds.low().doubleValue() / 100);
                double high = bounds.high() == null
                        ? sorted[sorted.length - 1]
                        : Order.quantile(sorted, bounds.high().doubleValue() / 100);
                for (int row = 0; row < column.length; row++) {
                    column[row] = column[row] < low ? low : column[row] > high ? high : column[row];
                }
            }
        }
        return !Moments.of(column).skewed(USUAL_SKEWNESS, USUAL_KURTOSIS);
    }

    private void log(int row, double x, Logarithm how, Moments moments) {
        double min = moments.min();
        double range = moments.max() - min;
        double of =
                switch (how.kind()) {
                    case NATURAL, DECIMAL -> x + how.plus().doubleValue();
                    case SHIFTED -> x - min + 1;
                    case COIN -> x - min + 0.01 * range;
                    case GII -> (moments.max() - 1) * (x - min) / range + 1;
                };
        boolean shiftedByRange = how.kind() == Logarithm.Kind.COIN || how.kind() == Logarithm.Kind.GII;
        if (shiftedByRange && range == 0) {
            none(row, Cell.undefined(Undefined.ALL_EQUAL));
        } else if (of <= 0) {
            none(row, Cell.undefined(Undefined.NOT_POSITIVE));
        } else {
            number(row, how.kind() == Logarithm.Kind.DECIMAL ? Math.log10(of) : Math.log(of));
        }
    }

    /** The limits of the JRC and of COINr, where the framework names none. */
    private static final double USUAL_SKEWNESS = 2;

    private static final double USUAL_KURTOSIS = 3.5;

    @Override
    List<Step> steps(int row) {
        List<Step> steps = new ArrayList<>();
        if (source.state[row] == Cell.SCORED && winsorised[row] != source.value[row]) {
            steps.add(Step.of(Step.Kind.WINSORISED, "", source.value[row], winsorised[row]));
        }
        if (source.state[row] == Cell.SCORED && logarithm != null && logged) {
            steps.add(Step.of(Step.Kind.LOGARITHM, Words.of(logarithm.kind()), winsorised[row], value[row]));
        }
        return steps;
    }
}
