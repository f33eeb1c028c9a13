package cn.lingpao.methodology.engine;

import java.util.Arrays;
import java.util.List;

/** Whether an answer vetoes: 1 or 0, judged on the answer itself. */
final class VetoColumn extends Column {

    VetoColumn(int rows) {
        super(rows);
        Arrays.fill(value, 0);
        Arrays.fill(state, Cell.SCORED);
    }

    boolean applies(int row) {
        return value[row] == 1;
    }

    boolean put(int row, boolean applies) {
        double now = applies ? 1 : 0;
        if (value[row] == now) {
            return false;
        }
        number(row, now);
        todo.add(row);
        return true;
    }

    @Override
    List<Column> sources() {
        return List.of();
    }

    @Override
    void refresh() {
        changed.add(todo);
    }
}
