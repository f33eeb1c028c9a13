package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Screen;
import java.util.List;

/** 1 for a target with enough data, 0 for one that is screened out. */
final class ScreenColumn extends RowColumn {

    /** A screen with the columns it counts. */
    record Counted(Screen screen, List<Column> columns) {}

    private final List<Counted> screens;

    ScreenColumn(int rows, List<Counted> screens) {
        super(rows);
        this.screens = screens;
        screens.forEach(each -> each.columns().forEach(this::reads));
    }

    @Override
    List<Column> sources() {
        return screens.stream().flatMap(each -> each.columns().stream()).toList();
    }

    @Override
    void compute(int from, int to) {
        for (int row = from; row < to; row++) {
            double kept = 1;
            for (Counted each : screens) {
                kept = enough(each, row) ? kept : 0;
            }
            number(row, kept);
        }
    }

    private static boolean enough(Counted each, int row) {
        int present = 0;
        int zero = 0;
        for (Column column : each.columns()) {
            if (column.state[row] == Cell.SCORED) {
                present++;
                zero += column.value[row] == 0 ? 1 : 0;
            }
        }
        Screen screen = each.screen();
        boolean data = screen.atLeast() == null
                || (double) present / each.columns().size() >= screen.atLeast().doubleValue();
        boolean numbers = screen.nonZeroAtLeast() == null
                || present == 0
                || (double) (present - zero) / present
                        >= screen.nonZeroAtLeast().doubleValue();
        return data && numbers;
    }
}
