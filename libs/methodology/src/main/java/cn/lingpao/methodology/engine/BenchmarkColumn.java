package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Rule;
import java.util.Arrays;
import java.util.List;

/** 标杆法: the share that a number is of the best one, or of a named target's, or of a stated one. */
final class BenchmarkColumn extends Column {

    private static final int NOBODY = -1;

    final Column source;
    private final Rule.Benchmark rule;
    private final Categories categories;
    private final int reference;
    private int[] best = {};
    private double[] bases = {};

    BenchmarkColumn(Column source, Rule.Benchmark rule, Categories categories, int reference) {
        super(source.rows());
        this.source = source;
        this.rule = rule;
        this.categories = categories;
        this.reference = reference;
        reads(source);
        if (categories.column != null) {
            reads(categories.column);
        }
    }

    @Override
    List<Column> sources() {
        return categories.column == null ? List.of(source) : List.of(source, categories.column);
    }

    @Override
    void touched(Column changedSource) {
        if (changedSource == categories.column) {
            todo.addAll();
        } else {
            super.touched(changedSource);
        }
    }

    /** The row that the row is measured by; -1 when there is none. */
    int baseRow(int row) {
        int code = categories.of(row);
        if (!(rule.base() instanceof Rule.Best)) {
            return base(row) == base(row) && rule.base() instanceof Rule.OfTarget ? reference : NOBODY;
        }
        return code < 0 ? NOBODY : best[code];
    }

    /** What the row is measured by; NaN when there is nothing. */
    double base(int row) {
        int code = categories.of(row);
        return code < 0 ? Double.NaN : bases[code];
    }

    @Override
    void refresh() {
        if (best.length != categories.count() || todo.all() || baseMoved()) {
            scan();
        } else {
            for (int i = 0; i < todo.size(); i++) {
                compare(todo.get(i));
            }
        }
        double[] fresh = new double[best.length];
        Arrays.setAll(fresh, this::baseOf);
        boolean moved = !Arrays.equals(fresh, bases);
        bases = fresh;
        if (todo.all() || moved) {
            for (int row = 0; row < rows(); row++) {
                compute(row);
            }
            changed.addAll();
        } else {
            for (int i = 0; i < todo.size(); i++) {
                recompute(todo.get(i));
            }
        }
    }

    private void scan() {
        best = new int[categories.count()];
        Arrays.fill(best, NOBODY);
        for (int row = 0; row < rows(); row++) {
            compare(row);
        }
    }

    private boolean baseMoved() {
        for (int i = 0; i < todo.size(); i++) {
            for (int each : best) {
                if (each == todo.get(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void compare(int row) {
        int code = categories.of(row);
        if (code < 0 || source.state[row] != Cell.SCORED) {
            return;
        }
        int holder = best[code];
        double x = source.value[row];
        if (holder < 0 || better(x, source.value[holder]) || x == source.value[holder] && row < holder) {
            best[code] = row;
        }
    }

    private boolean better(double x, double than) {
        return rule.direction() == Direction.HIGHER ? x > than : x < than;
    }

    private double baseOf(int code) {
        if (rule.base() instanceof Rule.Fixed fixed) {
            return fixed.value().doubleValue();
        }
        int holder = rule.base() instanceof Rule.Best ? best[code] : reference;
        return holder < 0 ? Double.NaN : source.value[holder];
    }

    private void recompute(int row) {
        long before = Double.doubleToRawLongBits(value[row]);
        byte was = state[row];
        compute(row);
        if (before != Double.doubleToRawLongBits(value[row]) || was != state[row]) {
            changed.add(row);
        }
    }

    private void compute(int row) {
        int code = categories.of(row);
        if (source.state[row] != Cell.SCORED) {
            copy(row, source);
        } else if (code < 0) {
            none(row, Cell.undefined(Undefined.NO_CATEGORY));
        } else if (bases[code] != bases[code]) {
            none(row, Cell.undefined(Undefined.NO_REFERENCE));
        } else {
            double share = against(bases[code], source.value[row]);
            number(row, rule.cap() ? Math.min(1, share) : share);
        }
    }

    /** The base earns all, except that HIGHER with a base of 0 earns nobody anything. */
    private double against(double base, double x) {
        return switch (rule.direction()) {
            case HIGHER -> base == 0 ? 0 : x / base;
            case LOWER -> x == base ? 1 : base / x;
        };
    }

    @Override
    Column origin() {
        return source;
    }
}
