package cn.lingpao.methodology.engine;

import java.util.List;

/** A column in which every row may depend on all rows of another: computed anew, and compared. */
abstract class WholeColumn extends Column {

    final Column source;
    private final double[] before;
    private final byte[] was;

    WholeColumn(Column source) {
        super(source.rows());
        this.source = source;
        before = new double[rows()];
        was = new byte[rows()];
        reads(source);
    }

    /** Fills all rows of {@link #value} and {@link #state}. */
    abstract void compute();

    @Override
    List<Column> sources() {
        return List.of(source);
    }

    @Override
    final void refresh() {
        System.arraycopy(value, 0, before, 0, rows());
        System.arraycopy(state, 0, was, 0, rows());
        compute();
        if (todo.all()) {
            changed.addAll();
            return;
        }
        for (int row = 0; row < rows(); row++) {
            if (Double.doubleToRawLongBits(before[row]) != Double.doubleToRawLongBits(value[row])
                    || was[row] != state[row]) {
                changed.add(row);
            }
        }
    }

    @Override
    Column origin() {
        return source;
    }
}
