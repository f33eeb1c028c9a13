package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Rounding;
import org.jspecify.annotations.Nullable;

/** The node scores of one target, computed from its row upwards. */
final class Tree {

    private static final State[] WORST_FIRST = {State.UNDETERMINED, State.MISSING, State.NOT_APPLICABLE};

    final State[] states;
    final double[] scores;

    /** The root's score before its rounding. */
    double raw;

    private final CompiledFramework framework;
    private final double[] sum;
    private final double[] counted;
    private final double[] all;
    private final int[] absent;

    Tree(Matrix matrix, int row) {
        framework = matrix.framework;
        int size = framework.nodes.size();
        states = new State[size];
        scores = new double[size];
        sum = new double[size];
        counted = new double[size];
        all = new double[size];
        absent = new int[size];
        for (int point = 0; point < matrix.width(); point++) {
            int cell = row * matrix.width() + point;
            addPoint(point, matrix.states[cell], matrix.shares[cell]);
        }
        for (int node = size - 1; node >= 0; node--) {
            close(node);
        }
    }

    private void addPoint(int point, State state, double share) {
        int leaf = framework.leafOf[point];
        double most = framework.most[point];
        boolean counts = counts(state, framework.pointMissingIsZero[point], framework.pointUndeterminedIsZero[point]);
        add(leaf, state, counts, most, state == State.SCORED ? most * share : 0);
    }

    private void add(int node, State state, boolean counts, double weight, double score) {
        if (state == State.EXCLUDED) {
            return;
        }
        all[node] += weight;
        absent[node] |= 1 << state.ordinal();
        if (counts) {
            counted[node] += weight;
            sum[node] += score;
        }
    }

    private void close(int node) {
        boolean leaf = framework.nodes.get(node).isLeaf();
        states[node] = framework.dropped[node] ? State.EXCLUDED : state(node);
        if (states[node] == State.SCORED) {
            boolean mean = !leaf && !framework.sum[node];
            double score = mean ? sum[node] / counted[node] : rescaled(node);
            raw = score;
            scores[node] = rounded(framework.round[node], score);
        }
        int parent = framework.parent[node];
        if (parent >= 0) {
            double weight = framework.weight[node];
            add(parent, states[node], counted(node), weight, states[node] == State.SCORED ? weight * scores[node] : 0);
        }
    }

    private double rescaled(int node) {
        return counted[node] == all[node] ? sum[node] : sum[node] * (all[node] / counted[node]);
    }

    private State state(int node) {
        if (counted[node] > 0) {
            return State.SCORED;
        }
        for (State state : WORST_FIRST) {
            if ((absent[node] & 1 << state.ordinal()) != 0) {
                return state;
            }
        }
        return absent[node] == 0 ? State.EXCLUDED : State.NOT_APPLICABLE;
    }

    /** Whether the node takes part in its parent's score. */
    boolean counted(int node) {
        return counts(states[node], framework.missingIsZero[node], framework.undeterminedIsZero[node]);
    }

    static boolean counts(State state, boolean missingIsZero, boolean undeterminedIsZero) {
        return switch (state) {
            case SCORED -> true;
            case MISSING -> missingIsZero;
            case UNDETERMINED -> undeterminedIsZero;
            case NOT_APPLICABLE, EXCLUDED -> false;
        };
    }

    private static double rounded(@Nullable Rounding rounding, double score) {
        return rounding == null
                ? score
                : rounding.round(Decimals.canonical(score)).doubleValue();
    }
}
