package cn.lingpao.methodology.engine;

import java.util.Arrays;
import java.util.List;

/** No number anywhere, for one reason. */
final class ConstantColumn extends Column {

    ConstantColumn(int rows, byte why) {
        super(rows);
        Arrays.fill(state, why);
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
