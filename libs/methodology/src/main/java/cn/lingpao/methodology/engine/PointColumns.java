package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Rule;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds what each check point earns, as a share of its points. */
final class PointColumns {

    private final Assembly group;
    private final CompiledFramework framework;
    private final Column[] answers;
    private final @Nullable Column[] shares;

    PointColumns(Assembly group, Column[] answers) {
        this.group = group;
        this.framework = group.framework;
        this.answers = answers;
        shares = new Column[answers.length];
    }

    Column[] build() {
        Column[] built = new Column[shares.length];
        for (int p = 0; p < built.length; p++) {
            built[p] = share(p);
        }
        return built;
    }

    private Column share(int p) {
        Column known = shares[p];
        if (known != null) {
            return known;
        }
        CheckPoint point = framework.points.get(p);
        Column share = framework.pointGone[p] ? answers[p] : ruled(p, point);
        if (point.times() != null && !framework.pointGone[p]) {
            share = new PairColumn(
                    share, multiplier(point.times()), PairColumn.Kind.PRODUCT, point.times(), (x, y) -> x * y);
        }
        shares[p] = share;
        return share;
    }

    private Column multiplier(String id) {
        int input = framework.inputIndex(id);
        boolean point = input < framework.points.size() && !framework.isMeasure(input);
        return point ? share(input) : group.collected(id);
    }

    private Column ruled(int p, CheckPoint point) {
        Column answer = answers[p];
        double points = framework.most[p];
        return switch (point.rule()) {
            case Rule.Checklist checklist -> answer;
            case Rule.Graded graded -> answer;
            case Rule.Tiers tiers -> answer;
            case Rule.Measure measure -> answer;
            case Rule.Benchmark benchmark -> benchmark(answer, benchmark);
            case Rule.Ratio ratio -> ratio(answer, ratio);
            case Rule.Count count ->
                new MappedColumn(answer, counted(count.each().doubleValue(), points));
            case Rule.Given given -> new MappedColumn(answer, x -> points == 0 ? 0 : x / points);
        };
    }

    private Column benchmark(Column answer, Rule.Benchmark rule) {
        int reference = rule.base() instanceof Rule.OfTarget of ? group.rowOf(of.targetId()) : -1;
        return new BenchmarkColumn(answer, rule, group.categories(rule.within()), reference);
    }

    private Column ratio(Column answer, Rule.Ratio rule) {
        double most = rule.cap() ? 1 : Double.MAX_VALUE;
        if (rule.of() != null) {
            double of = rule.of().doubleValue();
            return new MappedColumn(answer, x -> Math.clamp(x / of, 0, most));
        }
        DoubleBinaryOperator share = (x, y) -> Math.clamp(x / y, 0, most);
        String by = Objects.requireNonNull(rule.by());
        Column denominator = group.collected(by);
        return new PairColumn(answer, denominator, PairColumn.Kind.QUOTIENT, by, share);
    }

    private static DoubleUnaryOperator counted(double each, double points) {
        return pieces -> points == 0 ? 0 : Math.min(1, pieces * Math.abs(each) / Math.abs(points));
    }
}
