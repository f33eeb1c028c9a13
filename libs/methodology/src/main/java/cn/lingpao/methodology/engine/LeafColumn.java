package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.AtLeast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points that a leaf earns. Those left out rescale the others; penalties and bonus points stay as they are. */
final class LeafColumn extends NodeColumn {

    private final boolean[] bonus;
    private final double bonusCap;
    private final double all;

    /**
     * @param points what each check point earns at the most
     * @param bonus which of them are on top
     * @param bonusCap the most that these earn together
     */
    LeafColumn(
            int rows,
            List<Child> children,
            double[] points,
            boolean[] bonus,
            double bonusCap,
            Scratch scratch,
            @Nullable AtLeast atLeast) {
        super(
                rows,
                children,
                points,
                scratch,
                atLeast,
                atLeast == null
                        ? List.of()
                        : children.stream().map(Child::column).toList());
        this.bonus = bonus;
        this.bonusCap = bonusCap;
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            sum += points[p] > 0 && !bonus[p] ? points[p] : 0;
        }
        all = sum;
    }

    @Override
    boolean takesPart(int child) {
        return weight[child] != 0;
    }

    @Override
    void add(int index, int from, int to) {
        Child child = children[index];
        double points = weight[index];
        double[] share = child.column().value;
        double[] sum = bonus[index] ? scratch.bonus : points < 0 ? scratch.fixed : scratch.sum;
        double[] counted = scratch.counted;
        double counts = sum == scratch.sum ? points : 0;
        for (int row = from; row < to; row++) {
            double x = share[row];
            if (x == x) {
                sum[row] += points * x;
                counted[row] += counts;
            } else if (!countsAsZero(child, row)) {
                continue;
            } else {
                counted[row] += counts;
            }
            scratch.flags[row] |= HAS;
        }
    }

    @Override
    boolean counted(int row) {
        return all > 0 ? scratch.counted[row] > 0 : (scratch.flags[row] & HAS) != 0;
    }

    @Override
    double result(int row) {
        double counted = scratch.counted[row];
        double sum = scratch.sum[row];
        double scaled = counted == all ? sum : sum * (all / counted);
        return scaled + scratch.fixed[row] + Math.min(bonusCap, scratch.bonus[row]);
    }

    @Override
    void weighed() {
        throw new IllegalStateException("points are no weights");
    }
}
