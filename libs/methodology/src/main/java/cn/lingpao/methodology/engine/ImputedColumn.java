package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Imputation;
import java.util.List;

/** Numbers where there were none: the mean or the median of the row's peers, or a stated number. */
final class ImputedColumn extends CategorisedColumn {

    private final Imputation imputation;

    ImputedColumn(Column source, Imputation imputation, Categories categories) {
        super(source, categories);
        this.imputation = imputation;
    }

    boolean imputed(int row) {
        return source.state[row] == Cell.MISSING && state[row] == Cell.SCORED;
    }

    @Override
    void compute() {
        double[] fill = new double[categories.count()];
        for (int code = 0; code < fill.length; code++) {
            fill[code] = fill(code);
        }
        for (int row = 0; row < rows(); row++) {
            int code = categories.of(row);
            copy(row, source);
            if (state[row] == Cell.MISSING && code >= 0 && Cell.isNumber(fill[code])) {
                number(row, fill[code]);
            }
        }
    }

    private double fill(int code) {
        if (imputation.with() == Imputation.With.FIXED && imputation.value() != null) {
            return imputation.value().doubleValue();
        }
        double[] sorted = Order.sorted(categories.only(code, source.value));
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return imputation.with() == Imputation.With.MEDIAN
                ? (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2
                : Moments.of(categories.only(code, source.value)).mean();
    }

    @Override
    List<Step> steps(int row) {
        return imputed(row)
                ? List.of(Step.of(Step.Kind.IMPUTED, Words.of(imputation.with()), Double.NaN, value[row])
                        .with(imputation.within()))
                : List.of();
    }
}
