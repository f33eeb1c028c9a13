package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.Rounding;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes one row of the group as a sheet of canonical decimals. */
final class SheetWriter {

    private final Matrix matrix;
    private final CompiledFramework compiled;
    private final int row;
    private final Tree tree;

    SheetWriter(Matrix matrix, int row) {
        this.matrix = matrix;
        this.compiled = matrix.framework;
        this.row = row;
        this.tree = new Tree(matrix, row);
    }

    Sheet write(BigDecimal awardPoints) {
        Framework framework = compiled.framework;
        BigDecimal bonus = framework
                .bonus()
                .map(each -> Decimals.canonical(each.of(awardPoints)))
                .orElse(BigDecimal.ZERO);
        BigDecimal total = tree.states[0] == State.SCORED ? total(bonus) : null;
        String level =
                total == null ? null : framework.level(total).map(Level::id).orElse(null);
        List<Sheet.NodeScore> nodes =
                IntStream.range(0, compiled.nodes.size()).mapToObj(this::node).toList();
        List<Sheet.PointScore> points =
                IntStream.range(0, matrix.width()).mapToObj(this::point).toList();
        return new Sheet(matrix.targets.get(row), total, level, bonus, nodes, points);
    }

    /** The root's rounding is that of the total, too: it is rounded once, with the bonus in it. */
    private BigDecimal total(BigDecimal bonus) {
        BigDecimal exact = Decimals.canonical(tree.raw + bonus.doubleValue());
        Rounding rounding = compiled.round[0];
        return rounding == null ? exact : Decimals.canonical(rounding.round(exact));
    }

    private Sheet.NodeScore node(int node) {
        boolean scored = tree.states[node] == State.SCORED;
        BigDecimal score = scored ? Decimals.canonical(tree.scores[node]) : null;
        boolean counted = node == 0 ? scored : tree.counted(node);
        return new Sheet.NodeScore(compiled.nodes.get(node).id(), tree.states[node], score, counted);
    }

    private Sheet.PointScore point(int index) {
        CheckPoint point = compiled.points.get(index);
        int cell = row * matrix.width() + index;
        State state = matrix.states[cell];
        Answer answer = matrix.answers[cell];
        Answer best = state != State.EXCLUDED && matrix.best[index] >= 0
                ? matrix.answers[matrix.best[index] * matrix.width() + index]
                : null;
        return new Sheet.PointScore(
                point.id(),
                state,
                answer == null ? null : answer.value(),
                state == State.SCORED ? Decimals.canonical(compiled.most[index] * matrix.shares[cell]) : null,
                Tree.counts(state, compiled.pointMissingIsZero[index], compiled.pointUndeterminedIsZero[index]),
                answer == null ? null : answer.verdictId(),
                best == null ? null : base(point.rule(), best),
                best == null ? null : matrix.targets.get(matrix.best[index]));
    }

    private static @Nullable BigDecimal base(Rule rule, Answer best) {
        return rule instanceof Rule.Benchmark && best.value() instanceof Value.Number measured
                ? Decimals.canonical(measured.number())
                : null;
    }
}
