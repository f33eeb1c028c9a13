package cn.lingpao.methodology.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The columns of a group in an order in which each stands behind what it reads; brings up to date what a change reaches. */
final class Columns {

    /** Cells from which several threads are faster than one. */
    static final int WORTH_THREADS = 1 << 18;

    private final List<Column> order = new ArrayList<>();
    private final BitSet due = new BitSet();
    private final List<Column> touched = new ArrayList<>();

    /** The rows of which anything changed in the last refresh. */
    final BitSet moved = new BitSet();

    private final int rows;

    Columns(int rows) {
        this.rows = rows;
    }

    /** Adds a column, and before it everything it reads. */
    void add(Column column) {
        if (column.index >= 0) {
            return;
        }
        column.sources().forEach(this::add);
        column.index = order.size();
        order.add(column);
        due.set(column.index);
    }

    /** Some rows of {@link Column#todo} of this column are due. */
    void due(Column column) {
        due.set(column.index);
    }

    void dueAll() {
        for (Column column : order) {
            column.todo.addAll();
            due.set(column.index);
        }
    }

    void dueIfTodo(Column column) {
        if (!column.todo.isEmpty()) {
            due.set(column.index);
        }
    }

    void refresh() {
        moved.clear();
        for (int next = due.nextSetBit(0); next >= 0; next = due.nextSetBit(next + 1)) {
            if (!together(next)) {
                Column column = order.get(next);
                column.refresh();
                told(column);
            }
        }
        due.clear();
        for (int i = 0; i < touched.size(); i++) {
            touched.get(i).changed.clear();
        }
        touched.clear();
    }

    /**
     * Refreshes the due columns that are computed as a whole and share nothing, at once where that is worth several threads. One
     * that is reached again later is computed again, so this changes no number.
     */
    private boolean together(int first) {
        if (!order.get(first).alone()) {
            return false;
        }
        List<Column> batch = new ArrayList<>();
        for (int at = first; at >= 0; at = due.nextSetBit(at + 1)) {
            if (order.get(at).alone()) {
                batch.add(order.get(at));
            }
        }
        if (batch.size() < 2 || (long) batch.size() * rows < WORTH_THREADS) {
            return false;
        }
        batch.parallelStream().forEach(Column::refresh);
        for (Column column : batch) {
            due.clear(column.index);
            told(column);
        }
        return true;
    }

    /** Tells the readers of a refreshed column what changed. */
    private void told(Column column) {
        column.todo.clear();
        touched.add(column);
        if (!column.changed.isEmpty()) {
            note(column.changed);
            for (int i = 0; i < column.readers.size(); i++) {
                Column reader = column.readers.get(i);
                reader.touched(column);
                if (!reader.todo.isEmpty()) {
                    due.set(reader.index);
                }
            }
        }
    }

    private void note(Rows changed) {
        if (changed.all()) {
            moved.set(0, rows);
        }
        for (int i = 0; i < changed.size(); i++) {
            moved.set(changed.get(i));
        }
    }
}
