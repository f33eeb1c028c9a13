package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Normalisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A normalisation that is a formula with parameters of the group, of the row's category, or of another campaign. */
final class ScaledColumn extends Column {

    private static final int BLOCK = 2048;

    final Normalisation method;
    final Column source;
    final Categories categories;
    private final Scales scales;
    private final Extremes extremes;
    private final Lender lender;
    private Scaling[] scalings = {};

    /** Whose parameters count: this column's, or those of the same step in another campaign, null when it is not at hand. */
    record Lender(boolean another, @Nullable ScaledColumn column) {
        static final Lender SELF = new Lender(false, null);
    }

    ScaledColumn(Column source, Scales scales, Categories categories, Lender lender) {
        super(source.rows());
        this.source = source;
        this.scales = scales;
        this.method = scales.method();
        this.categories = categories;
        this.lender = lender;
        extremes = new Extremes(source.value);
        reads(source);
        if (categories.column != null) {
            reads(categories.column);
        }
    }

    @Override
    List<Column> sources() {
        List<Column> sources = new ArrayList<>(List.of(source));
        if (categories.column != null) {
            sources.add(categories.column);
        }
        return sources;
    }

    @Override
    void touched(Column changedSource) {
        if (changedSource == categories.column) {
            todo.addAll();
        } else {
            super.touched(changedSource);
        }
    }

    /** The formula that the row is computed with; null for a row without a category. */
    @Nullable
    Scaling scaling(int row) {
        int code = categories.of(row);
        return code < 0 || code >= scalings.length ? null : scalings[code];
    }

    @Override
    void refresh() {
        Scaling[] fresh = scalings();
        if (todo.all() || fresh != scalings && !Arrays.equals(fresh, scalings)) {
            scalings = fresh;
            for (int from = 0; from < rows(); from += BLOCK) {
                compute(from, Math.min(rows(), from + BLOCK));
            }
            changed.addAll();
        } else {
            for (int i = 0; i < todo.size(); i++) {
                recompute(todo.get(i));
            }
        }
    }

    @Override
    boolean alone() {
        return todo.all() && categories.column == null && !lender.another();
    }

    private void recompute(int row) {
        long before = Double.doubleToRawLongBits(value[row]);
        byte was = state[row];
        compute(row, row + 1);
        if (before != Double.doubleToRawLongBits(value[row]) || was != state[row]) {
            changed.add(row);
        }
    }

    private Scaling[] scalings() {
        if (lender.another()) {
            return borrowed(lender.column());
        }
        if (scales.fixed()) {
            return scalings.length == categories.count() ? scalings : fixed();
        }
        if (categories.column == null && scales.extremesOnly()) {
            if (todo.all()) {
                extremes.scan();
            } else if (!extremes.update(todo) && !scales.referenced()) {
                return scalings;
            }
            return new Scaling[] {scales.of(extremes.min(), extremes.max(), source.value)};
        }
        Scaling[] fresh = new Scaling[categories.count()];
        Arrays.setAll(fresh, code -> scales.of(categories.only(code, source.value), source.value));
        return fresh;
    }

    private Scaling[] fixed() {
        Scaling[] same = new Scaling[categories.count()];
        Arrays.fill(same, scales.of(Double.NaN, Double.NaN, source.value));
        return same;
    }

    private Scaling[] borrowed(@Nullable ScaledColumn other) {
        Scaling[] fresh = new Scaling[categories.count()];
        Arrays.setAll(fresh, code -> {
            if (other == null) {
                return Scaling.none(Undefined.NO_CAMPAIGN);
            }
            int there = other.categories.find(categories.name(code));
            return there < 0 || there >= other.scalings.length
                    ? Scaling.none(Undefined.TOO_FEW)
                    : other.scalings[there];
        });
        return fresh;
    }

    private void compute(int from, int to) {
        if (categories.column == null) {
            apply(scalings[0], from, to);
        } else {
            for (int row = from; row < to; row++) {
                Scaling own = scaling(row);
                apply(own == null ? Scaling.none(Undefined.NO_CATEGORY) : own, row, row + 1);
            }
        }
    }

    private void apply(Scaling scaling, int from, int to) {
        if (scaling.why() != Cell.SCORED) {
            for (int row = from; row < to; row++) {
                none(row, source.state[row] == Cell.SCORED ? scaling.why() : source.state[row]);
            }
            return;
        }
        scaling.apply(source.value, value, from, to);
        System.arraycopy(source.state, from, state, from, to - from);
        if (scaling.form() != Scaling.Form.LINEAR || scales.stated()) {
            for (int row = from; row < to; row++) {
                check(row);
            }
        }
    }

    private void check(int row) {
        if (state[row] == Cell.SCORED && !Cell.isNumber(value[row])) {
            none(row, Cell.undefined(source.value[row] <= 0 ? Undefined.NOT_POSITIVE : Undefined.TOO_LARGE));
        }
    }

    @Override
    Column origin() {
        return source;
    }

    @Override
    List<Step> steps(int row) {
        Scaling scaling = scaling(row);
        if (source.state[row] != Cell.SCORED || scaling == null) {
            return List.of();
        }
        Step step = Step.of(Step.Kind.NORMALISED, Words.of(method), source.value[row], value[row])
                .with(
                        method.scope().within() == null
                                ? method.scope().campaign()
                                : method.scope().within());
        return List.of(scales.described(scaling, step));
    }
}
