package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Figure;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes one row of the group as a sheet of canonical decimals. */
final class SheetWriter {

    private final Group group;
    private final CompiledFramework compiled;
    private final NodeColumns tree;
    private final int row;

    SheetWriter(Group group, int row) {
        this.group = group;
        this.compiled = group.framework;
        this.tree = group.assembly.tree;
        this.row = row;
    }

    Sheet write() {
        Framework framework = compiled.framework;
        BigDecimal total = decimal(tree.total);
        BigDecimal levelled = decimal(tree.of(framework.levelsOf()));
        String level = levelled == null
                ? null
                : framework.level(levelled).map(Level::id).orElse(null);
        return new Sheet(
                group.targets.get(row),
                total,
                level,
                group.bonus(row),
                IntStream.range(0, compiled.nodes.size()).mapToObj(this::node).toList(),
                IntStream.range(0, compiled.points.size()).mapToObj(this::point).toList(),
                framework.figures().stream().map(this::figure).toList());
    }

    private Sheet.NodeScore node(int n) {
        Column score = tree.score[n];
        Node node = compiled.nodes.get(n);
        byte state = score.state[row];
        boolean scored = state == Cell.SCORED;
        boolean counted = n == 0 ? scored : new Child(score, node.missing(), node.undetermined()).counts(row);
        return new Sheet.NodeScore(
                node.id(),
                Cell.state(state),
                decimal(score),
                counted,
                Cell.reason(state),
                tree.entry[n] == null ? null : decimal(tree.entry[n]),
                steps(score, tree.made[n]));
    }

    private Sheet.NodeScore figure(Figure figure) {
        Column score = tree.of(figure.id());
        byte state = score.state[row];
        return new Sheet.NodeScore(
                figure.id(),
                Cell.state(state),
                decimal(score),
                false,
                Cell.reason(state),
                null,
                steps(score, tree.figureSources.get(figure.id())));
    }

    private Sheet.PointScore point(int p) {
        CheckPoint point = compiled.points.get(p);
        Column share = group.assembly.shares[p];
        byte state = compiled.pointGone[p] ? Cell.EXCLUDED : share.state[row];
        Answer answer = group.answers.effective(row, p);
        BenchmarkColumn benchmark = compiled.pointGone[p] ? null : benchmark(share);
        int best = benchmark == null ? -1 : benchmark.baseRow(row);
        double base = benchmark == null ? Double.NaN : benchmark.base(row);
        return new Sheet.PointScore(
                point.id(),
                Cell.state(state),
                answer == null ? null : answer.value(),
                state == Cell.SCORED ? Decimals.canonical(compiled.most[p] * share.value[row]) : null,
                state != Cell.EXCLUDED && new Child(share, point.missing(), point.undetermined()).counts(row),
                answer == null ? null : answer.verdictId(),
                Cell.isNumber(base) ? Decimals.canonical(base) : null,
                best < 0 ? null : group.targets.get(best),
                Cell.reason(state),
                group.answers.carried(row, p),
                compiled.pointGone[p] ? List.of() : steps(share, null));
    }

    private static @Nullable BenchmarkColumn benchmark(Column share) {
        for (Column at = share; at != null; at = at.origin()) {
            if (at instanceof BenchmarkColumn benchmark) {
                return benchmark;
            }
        }
        return null;
    }

    /** What was done to the number on its way from one column to another. */
    private List<Step> steps(Column to, @Nullable Column from) {
        List<Step> steps = new ArrayList<>();
        for (Column at = to; at != null && at != from; at = at.origin()) {
            steps.addAll(0, at.steps(row));
        }
        return steps;
    }

    private @Nullable BigDecimal decimal(Column column) {
        return column.state[row] == Cell.SCORED ? Decimals.canonical(column.value[row]) : null;
    }
}
