package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Normalisation;
import java.util.Arrays;
import java.util.List;

/** A normalisation by place: rank, percentile rank or Borda. */
final class RankedColumn extends CategorisedColumn {

    final Normalisation method;
    private final boolean fromTop;
    private final boolean scores;

    /** @param scores whether the numbers are computed ones: these are compared as they are shown */
    RankedColumn(Column source, Normalisation method, Direction direction, Categories categories, boolean scores) {
        super(source, categories);
        this.method = method;
        this.scores = scores;
        boolean best = method instanceof Normalisation.Rank rank && rank.first() == Normalisation.First.BEST;
        fromTop = best == (direction == Direction.HIGHER);
    }

    @Override
    void compute() {
        double[][] sorted = new double[categories.count()][];
        for (int code = 0; code < sorted.length; code++) {
            sorted[code] = Order.sorted(turned(categories.only(code, source.value)));
        }
        for (int row = 0; row < rows(); row++) {
            int code = categories.of(row);
            if (source.state[row] != Cell.SCORED) {
                copy(row, source);
            } else if (code < 0) {
                none(row, Cell.undefined(Undefined.NO_CATEGORY));
            } else {
                place(row, sorted[code]);
            }
        }
    }

    private double[] turned(double[] numbers) {
        double[] turned = new double[numbers.length];
        Arrays.setAll(turned, row -> turned(numbers[row]));
        return turned;
    }

    private double turned(double number) {
        double x = scores ? Decimals.shown(number) : number;
        return fromTop ? -x : x;
    }

    private void place(int row, double[] sorted) {
        double x = turned(source.value[row]);
        switch (method) {
            case Normalisation.Rank rank -> number(row, Order.rank(sorted, x, rank.ties()));
            case Normalisation.Borda borda -> number(row, Order.rank(sorted, x, borda.ties()) - 1);
            case Normalisation.PercentileRank percentile -> percentile(row, percentile, sorted, x);
            default -> throw new IllegalStateException("is no place");
        }
    }

    private void percentile(int row, Normalisation.PercentileRank method, double[] sorted, double x) {
        double rank = Order.rank(sorted, x, method.ties());
        if (method.among() != Normalisation.Among.OTHERS) {
            double own = method.among() == Normalisation.Among.ALL ? 0 : 0.5;
            number(row, (rank - own) / sorted.length);
        } else if (sorted.length < 2) {
            none(row, Cell.undefined(Undefined.TOO_FEW));
        } else {
            number(row, (rank - 1) / (sorted.length - 1));
        }
    }

    @Override
    List<Step> steps(int row) {
        return source.state[row] == Cell.SCORED
                ? List.of(Step.of(Step.Kind.NORMALISED, Words.of(method), source.value[row], value[row])
                        .with(method.scope().within())
                        .parameter("n", peers(row)))
                : List.of();
    }

    private int peers(int row) {
        int peers = 0;
        for (int other = 0; other < rows(); other++) {
            boolean peer = source.state[other] == Cell.SCORED && categories.of(other) == categories.of(row);
            peers += peer ? 1 : 0;
        }
        return peers;
    }
}
