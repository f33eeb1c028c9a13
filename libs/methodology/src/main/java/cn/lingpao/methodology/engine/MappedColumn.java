package cn.lingpao.methodology.engine;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A function of the number in another column. */
final class MappedColumn extends RowColumn {

    private final Column source;
    private final DoubleUnaryOperator function;

    MappedColumn(Column source, DoubleUnaryOperator function) {
        super(source.rows());
        this.source = source;
        this.function = function;
        reads(source);
    }

    @Override
    List<Column> sources() {
        return List.of(source);
    }

    @Override
    void compute(int from, int to) {
        for (int row = from; row < to; row++) {
            if (source.state[row] == Cell.SCORED) {
                number(row, function.applyAsDouble(source.value[row]));
            } else {
                copy(row, source);
            }
        }
    }
}
