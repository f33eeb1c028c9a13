package cn.lingpao.methodology.engine;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A number of one column combined with the number of another: a quotient, or a product. */
final class PairColumn extends RowColumn {

    private final Column source;
    private final Column other;
    private final Kind kind;
    private final String with;
    private final DoubleBinaryOperator function;

    /** What is not there on the other side means. */
    enum Kind {
        /** The other number divides: 0 has no result, and nothing there is as if this one were not there. */
        QUOTIENT,
        /** The other number multiplies: without it the product is undetermined. */
        PRODUCT
    }

    PairColumn(Column source, Column other, Kind kind, String with, DoubleBinaryOperator function) {
        super(source.rows());
        this.source = source;
        this.other = other;
        this.kind = kind;
        this.with = with;
        this.function = function;
        reads(source);
        reads(other);
    }

    @Override
    List<Column> sources() {
        return List.of(source, other);
    }

    @Override
    void compute(int from, int to) {
        for (int row = from; row < to; row++) {
            if (source.state[row] != Cell.SCORED) {
                copy(row, source);
            } else if (other.state[row] != Cell.SCORED) {
                none(row, without(other.state[row]));
            } else if (kind == Kind.QUOTIENT && other.value[row] == 0) {
                none(row, Cell.undefined(Undefined.DENOMINATOR_ZERO));
            } else {
                number(row, function.applyAsDouble(source.value[row], other.value[row]));
            }
        }
    }

    private byte without(byte why) {
        return kind == Kind.QUOTIENT || Cell.isUndefined(why) ? why : Cell.UNDETERMINED;
    }

    @Override
    Column origin() {
        return source;
    }

    @Override
    List<Step> steps(int row) {
        if (source.state[row] != Cell.SCORED) {
            return List.of();
        }
        Step.Kind done = kind == Kind.QUOTIENT ? Step.Kind.DENOMINATED : Step.Kind.MULTIPLIED;
        return List.of(
                Step.of(done, "", source.value[row], value[row]).with(with).parameter("by", other.value[row]));
    }
}
