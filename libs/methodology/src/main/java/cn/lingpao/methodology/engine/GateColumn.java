package cn.lingpao.methodology.engine;

import java.util.List;

/** A column without the targets that are screened out. */
final class GateColumn extends RowColumn {

    private final Column source;
    private final Column screen;

    GateColumn(Column source, Column screen) {
        super(source.rows());
        this.source = source;
        this.screen = screen;
        reads(source);
        reads(screen);
    }

    @Override
    List<Column> sources() {
        return List.of(source, screen);
    }

    @Override
    void compute(int from, int to) {
        for (int row = from; row < to; row++) {
            if (screen.value[row] == 0) {
                none(row, Cell.SCREENED);
            } else {
                copy(row, source);
            }
        }
    }

    @Override
    Column origin() {
        return source;
    }
}
