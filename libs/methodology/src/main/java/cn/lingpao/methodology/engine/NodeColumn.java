package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.AtLeast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score of a node, put together from its children row by row. */
abstract class NodeColumn extends RowColumn {

    static final byte HAS = 1;
    static final byte PARENT_MISSING = 2;
    static final byte PARENT_ZERO = 4;
    static final byte ZERO = 8;
    static final byte NEGATIVE = 16;

    final Child[] children;
    final double[] weight;
    final Scratch scratch;
    private final @Nullable AtLeast atLeast;
    private final List<Column> asked;

    NodeColumn(
            int rows,
            List<Child> children,
            double[] weight,
            Scratch scratch,
            @Nullable AtLeast atLeast,
            List<Column> asked) {
        super(rows);
        this.children = children.toArray(Child[]::new);
        this.weight = weight;
        this.scratch = scratch;
        this.atLeast = atLeast;
        this.asked = asked;
        children.forEach(child -> reads(child.column()));
        asked.forEach(this::reads);
    }

    @Override
    final List<Column> sources() {
        List<Column> sources = new ArrayList<>(asked);
        for (Child child : children) {
            sources.add(child.column());
        }
        return sources;
    }

    /** Adds what the rows of a child are worth to the accumulators and flags of the scratch. */
    abstract void add(int child, int from, int to);

    /** The score of a row of which something counts; NaN for none. */
    abstract double result(int row);

    /** Whether anything counts. */
    abstract boolean counted(int row);

    /** Adds all children. */
    void addAll(int from, int to) {
        for (int c = 0; c < children.length; c++) {
            if (takesPart(c)) {
                add(c, from, to);
            }
        }
    }

    @Override
    final void compute(int from, int to) {
        scratch.clear(from, to);
        addAll(from, to);
        for (int row = from; row < to; row++) {
            finish(row);
        }
    }

    boolean takesPart(int child) {
        return weight[child] > 0;
    }

    /** What a row without a number does: counts as zero, or decides for the node. */
    final boolean countsAsZero(Child child, int row) {
        switch (child.policy(child.column().state[row])) {
            case ZERO -> {
                return true;
            }
            case PARENT_MISSING, FORBID -> scratch.flags[row] |= PARENT_MISSING;
            case PARENT_ZERO -> scratch.flags[row] |= PARENT_ZERO;
            case EXCLUDE, CARRY_FORWARD -> scratch.flags[row] |= 0;
        }
        return false;
    }

    private void finish(int row) {
        byte flags = scratch.flags[row];
        if ((flags & PARENT_MISSING) != 0 || !enough(row)) {
            none(row, lack(row));
        } else if ((flags & PARENT_ZERO) != 0) {
            number(row, 0);
        } else if (!counted(row)) {
            none(row, lack(row));
        } else if ((flags & NEGATIVE) != 0) {
            none(row, Cell.undefined(Undefined.NEGATIVE));
        } else {
            number(row, result(row));
        }
    }

    private boolean enough(int row) {
        if (atLeast == null) {
            return true;
        }
        int there = 0;
        for (Column each : asked) {
            there += each.state[row] == Cell.SCORED ? 1 : 0;
        }
        return atLeast.share() != null
                ? (double) there / asked.size() >= atLeast.share().doubleValue()
                : atLeast.count() == null || there >= atLeast.count();
    }

    /** Why the row has no score: as its weightiest child. */
    private byte lack(int row) {
        byte lack = Cell.EXCLUDED;
        for (Child child : children) {
            byte state = child.column().state[row];
            if (state != Cell.SCORED && Cell.weight(state) > Cell.weight(lack)) {
                lack = state;
            }
        }
        boolean few = lack == Cell.EXCLUDED || lack == Cell.NOT_APPLICABLE;
        return children.length > 0 && few && !enough(row) ? Cell.MISSING : lack;
    }

    /** Gives the children other weights. */
    final void reweigh(double[] other) {
        if (!Arrays.equals(weight, other)) {
            System.arraycopy(other, 0, weight, 0, weight.length);
            weighed();
            todo.addAll();
        }
    }

    /** The weights are others. */
    abstract void weighed();
}
