package cn.lingpao.methodology.engine;

/** A column in which a row depends on the same row of other columns only. */
abstract class RowColumn extends Column {

    private static final int BLOCK = 2048;

    RowColumn(int rows) {
        super(rows);
    }

    /** Computes the rows from {@code from} to before {@code to}: the one way, for one row and for all. */
    abstract void compute(int from, int to);

    @Override
    final void refresh() {
        if (todo.all()) {
            computeAll();
            changed.addAll();
        } else {
            for (int i = 0; i < todo.size(); i++) {
                recompute(todo.get(i));
            }
        }
        refreshed();
    }

    /** Everything due was computed. */
    void refreshed() {}

    final void computeAll() {
        for (int from = 0; from < rows(); from += BLOCK) {
            compute(from, Math.min(rows(), from + BLOCK));
        }
    }

    final void recompute(int row) {
        long before = Double.doubleToRawLongBits(value[row]);
        byte was = state[row];
        compute(row, row + 1);
        if (before != Double.doubleToRawLongBits(value[row]) || was != state[row]) {
            changed.add(row);
        }
    }
}
