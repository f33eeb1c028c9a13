package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Composition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weighted mean of one kind or another of a node's children, or their weighted sum or product, or the smallest or
 * largest; of children that are compared (Copeland), whether there is anything to compare.
 */
final class MeanColumn extends NodeColumn {

    /** What is smaller is the noise of a 0: it must not decide between 0, positive and negative. */
    private static final double NOISE = 1e-12;

    private final Aggregation aggregation;
    private final double exponent;
    private final double[][] numbers;
    private final boolean[] simple;
    private final @Nullable Blocks blocks;
    private double all;

    MeanColumn(
            int rows,
            List<Child> children,
            double[] weight,
            Composition composition,
            Scratch scratch,
            List<Column> asked) {
        super(rows, children, weight, scratch, composition.atLeast(), asked);
        aggregation = composition.aggregation();
        exponent = composition.exponent() == null ? 1 : composition.exponent().doubleValue();
        numbers = new double[children.size()][];
        simple = new boolean[numbers.length];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = children.get(c).column().value;
            simple[c] = children.get(c).simple();
        }
        boolean linear = aggregation == Aggregation.MEAN || aggregation == Aggregation.SUM;
        boolean all = children.stream().allMatch(Child::simple);
        blocks = linear && all && children.size() > Blocks.SIZE ? new Blocks(this) : null;
        weighed();
    }

    @Override
    void touched(Column source) {
        super.touched(source);
        if (blocks != null) {
            blocks.touched(source);
        }
    }

    @Override
    void addAll(int from, int to) {
        if (blocks == null) {
            super.addAll(from, to);
        } else {
            blocks.addAll(from, to);
        }
    }

    @Override
    void refreshed() {
        if (blocks != null) {
            blocks.refreshed();
        }
    }

    @Override
    void weighed() {
        double sum = 0;
        for (double each : weight) {
            sum += each;
        }
        all = sum;
        if (blocks != null) {
            blocks.reweighed();
        }
    }

    @Override
    void add(int index, int from, int to) {
        switch (aggregation) {
            case MEAN, SUM, COPELAND -> addLinear(index, weight[index], from, to);
            case MINIMUM, MAXIMUM -> addExtreme(children[index], weight[index], from, to);
            case PRODUCT -> addFactors(children[index], weight[index], from, to);
            case GEOMETRIC, HARMONIC, GENERALISED -> addTerms(children[index], weight[index], from, to);
        }
    }

    private void addLinear(int index, double weight, int from, int to) {
        double[] x = numbers[index];
        double[] sum = scratch.sum;
        double[] counted = scratch.counted;
        if (simple[index]) {
            addSimple(x, weight, sum, counted, from, to);
            return;
        }
        for (int row = from; row < to; row++) {
            if (x[row] == x[row]) {
                sum[row] += weight * x[row];
                counted[row] += weight;
            } else if (countsAsZero(children[index], row)) {
                counted[row] += weight;
            }
        }
    }

    /** Adds weight × number and weight where there is a number. */
    static void addSimple(double[] x, double weight, double[] sum, double[] counted, int from, int to) {
        for (int row = from; row < to; row++) {
            boolean there = x[row] == x[row];
            sum[row] += there ? weight * x[row] : 0;
            counted[row] += there ? weight : 0;
        }
    }

    private void addExtreme(Child child, double weight, int from, int to) {
        for (int row = from; row < to; row++) {
            double x = child.column().value[row];
            if (x == x || countsAsZero(child, row)) {
                double number = x == x ? x : 0;
                boolean first = scratch.counted[row] == 0;
                boolean replaces =
                        aggregation == Aggregation.MINIMUM ? number < scratch.sum[row] : number > scratch.sum[row];
                scratch.sum[row] = first || replaces ? number : scratch.sum[row];
                scratch.counted[row] += weight;
            }
        }
    }

    private void addFactors(Child child, double weight, int from, int to) {
        for (int row = from; row < to; row++) {
            double x = child.column().value[row];
            if (x == x || countsAsZero(child, row)) {
                double factor = Math.pow(Math.abs(x) >= NOISE ? x : 0, weight);
                scratch.sum[row] = (scratch.counted[row] == 0 ? 1 : scratch.sum[row]) * factor;
                scratch.counted[row] += weight;
                scratch.flags[row] |= factor == factor ? 0 : NEGATIVE;
            }
        }
    }

    private void addTerms(Child child, double weight, int from, int to) {
        for (int row = from; row < to; row++) {
            double x = child.column().value[row];
            if (x == x || countsAsZero(child, row)) {
                double number = Math.abs(x) >= NOISE ? x : 0;
                scratch.counted[row] += weight;
                if (number < 0 && !linear()) {
                    scratch.flags[row] |= NEGATIVE;
                } else if (number == 0 && zeroDecides()) {
                    scratch.flags[row] |= ZERO;
                } else {
                    scratch.sum[row] += weight * term(number);
                }
            }
        }
    }

    private boolean linear() {
        return aggregation == Aggregation.GENERALISED && exponent == 1;
    }

    private boolean zeroDecides() {
        return aggregation != Aggregation.GENERALISED || exponent < 0;
    }

    private double term(double x) {
        return switch (aggregation) {
            case GEOMETRIC -> Math.log(x);
            case HARMONIC -> 1 / x;
            default -> Math.pow(x, exponent);
        };
    }

    @Override
    boolean counted(int row) {
        return scratch.counted[row] > 0;
    }

    @Override
    double result(int row) {
        double sum = scratch.sum[row];
        double counted = scratch.counted[row];
        if ((scratch.flags[row] & ZERO) != 0) {
            return 0;
        }
        return switch (aggregation) {
            case MEAN, COPELAND -> sum / counted;
            case SUM -> counted == all ? sum : sum * (all / counted);
            case GEOMETRIC -> Math.exp(sum / counted);
            case HARMONIC -> counted / sum;
            case GENERALISED -> Math.pow(sum / counted, 1 / exponent);
            case PRODUCT -> counted == all ? sum : Math.signum(sum) * Math.pow(Math.abs(sum), all / counted);
            case MINIMUM, MAXIMUM -> sum;
        };
    }
}
