package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.RankBy;
import cn.lingpao.methodology.framework.RankingRule;
import java.util.Arrays;
import java.util.List;

/** The rows in the order of a number, kept up to date; ranks are read from it by bisection. */
final class Standing extends Column {

    private final Column source;
    private final RankBy rule;
    private final int[] tieOrder;
    private final long[] keys;
    private final boolean[] ranked;
    private final long[] sorted;
    private int size;

    /** @param tieOrder the place of each row among the tied, for ordinal ranks */
    Standing(Column source, RankBy rule, int[] tieOrder) {
        super(source.rows());
        this.source = source;
        this.rule = rule;
        this.tieOrder = tieOrder;
        keys = new long[rows()];
        ranked = new boolean[rows()];
        sorted = new long[rows()];
        reads(source);
    }

    @Override
    List<Column> sources() {
        return List.of(source);
    }

    @Override
    void refresh() {
        if (todo.all() || todo.size() > 16) {
            rebuild();
        } else {
            for (int i = 0; i < todo.size(); i++) {
                move(todo.get(i));
            }
        }
    }

    private void rebuild() {
        size = 0;
        for (int row = 0; row < rows(); row++) {
            ranked[row] = source.state[row] == Cell.SCORED;
            if (ranked[row]) {
                keys[row] = key(row);
                sorted[size++] = keys[row];
            }
        }
        Arrays.sort(sorted, 0, size);
    }

    private void move(int row) {
        if (ranked[row]) {
            int place = firstNotBefore(keys[row]);
            System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
            size--;
        }
        ranked[row] = source.state[row] == Cell.SCORED;
        if (ranked[row]) {
            keys[row] = key(row);
            int place = firstNotBefore(keys[row]);
            System.arraycopy(sorted, place, sorted, place + 1, size - place);
            sorted[place] = keys[row];
            size++;
        }
    }

    /** Ascending is best first. */
    private long key(int row) {
        long exact = source instanceof TotalColumn total ? total.key[row] : Decimals.key(source.value[row]);
        long key = rule.basis() == null ? exact : Decimals.roundKey(exact, rule.basis());
        return rule.direction() == Direction.HIGHER ? -key : key;
    }

    /** The rank of a row; NaN for one without a number. */
    double rank(int row) {
        if (!ranked[row]) {
            return Double.NaN;
        }
        int before = firstNotBefore(keys[row]);
        return switch (rule.method()) {
            case COMPETITION -> before + 1;
            case FRACTIONAL -> (before + 1 + firstNotBefore(keys[row] + 1)) / 2.0;
            case DENSE -> distinct(before) + 1;
            case ORDINAL -> before + 1 + tiedBefore(row);
        };
    }

    private int distinct(int before) {
        int distinct = 0;
        for (int i = 0; i < before; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private int tiedBefore(int row) {
        long own = exact(row);
        int before = 0;
        for (int other = 0; other < rows(); other++) {
            if (other != row && ranked[other] && keys[other] == keys[row]) {
                long theirs = exact(other);
                boolean better = rule.direction() == Direction.HIGHER ? theirs > own : theirs < own;
                before += better || theirs == own && tieOrder[other] < tieOrder[row] ? 1 : 0;
            }
        }
        return before;
    }

    private long exact(int row) {
        return source instanceof TotalColumn total ? total.key[row] : Decimals.key(source.value[row]);
    }

    private int firstNotBefore(long key) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static RankBy rule(RankingRule ranking) {
        return new RankBy(ranking.method(), ranking.basis(), ranking.direction());
    }
}
