package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Denomination;
import cn.lingpao.methodology.framework.Imputation;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Screen;
import cn.lingpao.methodology.framework.Step;
import java.util.ArrayList;
import java.util.List;

/** Builds the columns that the values of measures pass, stage by stage, all measures together. */
final class MeasureColumns {

    private final Assembly group;
    private final CompiledFramework framework;
    private final Column[] at;

    MeasureColumns(Assembly group) {
        this.group = group;
        this.framework = group.framework;
        at = new Column[framework.points.size()];
        for (int p = 0; p < at.length; p++) {
            at[p] = group.inputs[p];
        }
    }

    /** The last column of each measure, and of each check point the one its rule reads. */
    Column[] build() {
        for (Step step : framework.framework.order()) {
            if (step == Step.SCREEN) {
                screen();
            } else {
                measures(step);
            }
        }
        return at;
    }

    private void measures(Step step) {
        for (int p = 0; p < at.length; p++) {
            CheckPoint point = framework.points.get(p);
            if (point.rule() instanceof Rule.Measure measure && !framework.pointGone[p]) {
                at[p] = next(step, measure, at[p]);
            }
        }
    }

    private Column next(Step step, Rule.Measure measure, Column column) {
        return switch (step) {
            case DENOMINATE -> measure.denominate() == null ? column : denominated(column, measure.denominate());
            case IMPUTE -> measure.impute() == null ? column : imputed(column, measure.impute());
            case TREAT ->
                measure.winsorise() == null && measure.log() == null
                        ? column
                        : new TreatedColumn(column, measure.winsorise(), measure.log());
            case NORMALISE -> group.measured(column, measure);
            case SCREEN -> column;
        };
    }

    private Column denominated(Column column, Denomination by) {
        double times = by.times().doubleValue();
        return new PairColumn(
                column, group.collected(by.by()), PairColumn.Kind.QUOTIENT, by.by(), (x, y) -> x / y * times);
    }

    private Column imputed(Column column, Imputation imputation) {
        return new ImputedColumn(column, imputation, group.categories(imputation.within()));
    }

    private void screen() {
        List<Screen> screens = framework.framework.screens();
        if (screens.isEmpty()) {
            return;
        }
        List<ScreenColumn.Counted> counted = screens.stream()
                .map(each -> new ScreenColumn.Counted(each, counted(each)))
                .toList();
        ScreenColumn screen = new ScreenColumn(group.rows, counted);
        for (int p = 0; p < at.length; p++) {
            at[p] = new GateColumn(at[p], screen);
        }
        group.screen = screen;
    }

    private List<Column> counted(Screen screen) {
        int above = framework.nodeIndex(screen.nodeId());
        List<Column> columns = new ArrayList<>();
        for (int p = 0; p < at.length; p++) {
            if (!framework.pointGone[p] && framework.isWithin(framework.leafOf[p], above)) {
                columns.add(at[p]);
            }
        }
        return columns;
    }
}
