package cn.lingpao.methodology.engine;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A function of the number in another column. */
final class MappedColumn extends RowColumn {

    private final Column source;
    private final DoubleUnaryOperator function;
    private final boolean turn;

    /** The number with the other sign, where lower is better. */
    static MappedColumn turned(Column source) {
        return new MappedColumn(source, x -> -x, true);
    }

    MappedColumn(Column source, DoubleUnaryOperator function) {
        this(source, function, false);
    }

    private MappedColumn(Column source, DoubleUnaryOperator function, boolean turn) {
        super(source.rows());
        this.turn = turn;
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

    @Override
    Column origin() {
        return source;
    }

    @Override
    List<Step> steps(int row) {
        return turn && state[row] == Cell.SCORED
                ? List.of(Step.of(Step.Kind.TURNED, "lower", source.value[row], value[row]))
                : List.of();
    }
}
