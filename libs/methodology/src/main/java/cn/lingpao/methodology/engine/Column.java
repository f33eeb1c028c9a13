package cn.lingpao.methodology.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One number a row, or why there is none; computed from other columns and kept up to date with them. */
abstract class Column {

    /** NaN where there is no number. */
    final double[] value;

    /** {@link Cell}; not SCORED where there is no number. */
    final byte[] state;

    /** The rows that this column must look at again. */
    final Rows todo;

    /** The rows whose number or state changed in this refresh. */
    final Rows changed;

    /** Place among the columns of the group: after everything it reads. */
    int index = -1;

    final List<Column> readers = new ArrayList<>();

    Column(int rows) {
        value = new double[rows];
        state = new byte[rows];
        todo = new Rows(rows);
        changed = new Rows(rows);
        Arrays.fill(value, Double.NaN);
        Arrays.fill(state, Cell.MISSING);
        todo.addAll();
    }

    final int rows() {
        return value.length;
    }

    /** Registers this column as a reader of another. */
    final void reads(Column source) {
        if (!source.readers.contains(this)) {
            source.readers.add(this);
        }
    }

    /** Called when {@code source} changed; by default its rows are this column's rows. */
    void touched(Column source) {
        todo.add(source.changed);
    }

    /** Brings {@link #todo} up to date and fills {@link #changed}. */
    abstract void refresh();

    /** Whether all rows are due and {@link #refresh} writes nothing but this column's own. */
    boolean alone() {
        return false;
    }

    /** The columns this one reads, in any order. */
    abstract List<Column> sources();

    /** The column whose number this one goes on with; null at the start of a way. */
    @Nullable
    Column origin() {
        return null;
    }

    /** What this column does to the number of a row; nothing when the number stays. */
    List<Step> steps(int row) {
        return List.of();
    }

    final void none(int row, byte why) {
        value[row] = Double.NaN;
        state[row] = why;
    }

    final void number(int row, double number) {
        if (Cell.isNumber(number)) {
            value[row] = number;
            state[row] = Cell.SCORED;
        } else {
            none(row, Cell.undefined(Undefined.TOO_LARGE));
        }
    }

    final void copy(int row, Column from) {
        value[row] = from.value[row];
        state[row] = from.state[row];
    }
}
