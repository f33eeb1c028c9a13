package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root's score before its rounding, and the bonus, rounded once; canonical. */
final class TotalColumn extends RowColumn {

    /** {@link Decimals#key} of the total, where there is one. */
    final long[] key;

    private final Column root;
    private final InputColumn bonus;
    private final @Nullable FinishColumn finish;
    private final @Nullable Rounding rounding;

    TotalColumn(Column root, InputColumn bonus, @Nullable FinishColumn finish, @Nullable Rounding rounding) {
        super(root.rows());
        this.root = root;
        this.bonus = bonus;
        this.finish = finish;
        this.rounding = rounding;
        key = new long[root.rows()];
        reads(root);
        reads(bonus);
    }

    @Override
    List<Column> sources() {
        return List.of(root, bonus);
    }

    @Override
    void compute(int from, int to) {
        for (int row = from; row < to; row++) {
            if (root.state[row] == Cell.SCORED) {
                double sum = root.value[row] + bonus.value[row];
                double capped = finish == null || finish.overridden(row) ? sum : finish.capped(row, sum);
                long exact = Decimals.key(capped);
                key[row] = rounding == null ? exact : Decimals.roundKey(exact, rounding);
                number(row, Decimals.toDouble(key[row]));
            } else {
                copy(row, root);
                key[row] = 0;
            }
        }
    }
}
