package cn.lingpao.methodology.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A tree of weighted means and sums, evaluated for a block of weight draws at once: the targets of which the same
 * nodes count share their effective leaf weights, and a block of scores is a product of two matrices.
 */
final class LinearTree {

    /** As if it had never been in the tree. */
    static final byte GONE = 0;

    /** Left out: its weight goes to the siblings. */
    static final byte ABSENT = 1;

    /** Counts as zero. */
    static final byte ZERO = 2;

    /** Its score is made of its children's. */
    static final byte MADE = 3;

    /** Its score is a number that no weight changes: a leaf, or an administrative override. */
    static final byte FIXED = 4;

    private final int[] parent;
    private final boolean[] mean;
    private final int[][] children;
    private final List<Pattern> patterns = new ArrayList<>();

    /**
     * @param parent of every node, the root's is -1; a node stands after its parent
     * @param mean whether the node is a weighted mean of its children, else a weighted sum
     * @param state by node and target
     * @param score by node and target, read where the state is FIXED
     */
    LinearTree(int[] parent, boolean[] mean, byte[][] state, double[][] score) {
        this.parent = parent.clone();
        this.mean = mean.clone();
        children = children(parent);
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        int targets = state[0].length;
        for (int target = 0; target < targets; target++) {
            char[] row = new char[parent.length];
            for (int node = 0; node < row.length; node++) {
                row[node] = (char) state[node][target];
            }
            alike.computeIfAbsent(new String(row), key -> new ArrayList<>()).add(target);
        }
        alike.forEach((row, members) -> patterns.add(pattern(row, members, score)));
    }

    private static int[][] children(int[] parent) {
        int[][] children = new int[parent.length][];
        for (int node = 0; node < parent.length; node++) {
            int of = node;
            children[node] = IntStream.range(0, parent.length)
                    .filter(child -> parent[child] == of)
                    .toArray();
        }
        return children;
    }

    private Pattern pattern(String row, List<Integer> members, double[][] score) {
        int[] made = nodes(row, MADE);
        int[] fixed = nodes(row, FIXED);
        double[][] values = new double[members.size()][fixed.length];
        for (int member = 0; member < values.length; member++) {
            for (int at = 0; at < fixed.length; at++) {
                values[member][at] = score[fixed[at]][members.get(member)];
            }
        }
        int[] targets = members.stream().mapToInt(Integer::intValue).toArray();
        return new Pattern(row, made, fixed, targets, values);
    }

    /** The nodes of a state, all of whose ancestors are made of their children. */
    private int[] nodes(String row, byte state) {
        boolean[] open = new boolean[parent.length];
        List<Integer> found = new ArrayList<>();
        for (int node = 0; node < parent.length; node++) {
            boolean reached = parent[node] < 0 || open[parent[node]];
            open[node] = reached && row.charAt(node) == MADE;
            if (reached && row.charAt(node) == state) {
                found.add(node);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    Scratch scratch(int size) {
        return new Scratch(new double[parent.length][size], new double[size], new double[size]);
    }

    /** Fills the scores of every target that has one, by target and draw. */
    void scores(double[][] weight, Scratch scratch, int count, double[][] scores) {
        for (Pattern pattern : patterns) {
            effective(pattern, weight, scratch, count);
            double[][] effective = new double[pattern.fixed.length][];
            Arrays.setAll(effective, at -> scratch.effective[pattern.fixed[at]]);
            for (int member = 0; member < pattern.targets.length; member++) {
                product(pattern.values[member], effective, count, scores[pattern.targets[member]]);
            }
        }
    }

    /** What one unit of each node is worth at the root. */
    private void effective(Pattern pattern, double[][] weight, Scratch scratch, int count) {
        Arrays.fill(scratch.effective[0], 0, count, 1);
        for (int node : pattern.made) {
            double[] counted = scratch.counted;
            double[] absent = scratch.absent;
            Arrays.fill(counted, 0, count, 0);
            Arrays.fill(absent, 0, count, 0);
            boolean rescaled = false;
            for (int child : children[node]) {
                char state = pattern.row.charAt(child);
                if (state != GONE) {
                    add(state == ABSENT ? absent : counted, weight[child], count);
                    rescaled |= state == ABSENT;
                }
            }
            share(scratch.effective[node], counted, mean[node] ? null : absent, mean[node] || rescaled, count);
            for (int child : children[node]) {
                if (pattern.row.charAt(child) >= MADE) {
                    multiply(scratch.effective[child], scratch.effective[node], weight[child], count);
                }
            }
        }
    }

    private static void add(double[] sum, double[] more, int count) {
        for (int draw = 0; draw < count; draw++) {
            sum[draw] += more[draw];
        }
    }

    private static void share(
            double[] effective, double[] counted, double @Nullable [] absent, boolean shared, int count) {
        if (!shared) {
            return;
        }
        if (absent == null) {
            for (int draw = 0; draw < count; draw++) {
                effective[draw] /= counted[draw];
            }
        } else {
            for (int draw = 0; draw < count; draw++) {
                effective[draw] *= (counted[draw] + absent[draw]) / counted[draw];
            }
        }
    }

    private static void multiply(double[] product, double[] factor, double[] weight, int count) {
        for (int draw = 0; draw < count; draw++) {
            product[draw] = factor[draw] * weight[draw];
        }
    }

    /** Four leaves at a time, so that a score is read and written once for four products. */
    private static void product(double[] values, double[][] effective, int count, double[] scores) {
        Arrays.fill(scores, 0, count, 0);
        int at = 0;
        for (; at + 4 <= values.length; at += 4) {
            four(values, at, effective[at], effective[at + 1], effective[at + 2], effective[at + 3], count, scores);
        }
        for (; at < values.length; at++) {
            double value = values[at];
            double[] weights = effective[at];
            for (int draw = 0; draw < count; draw++) {
                scores[draw] += value * weights[draw];
            }
        }
    }

    private static void four(
            double[] values, int at, double[] a, double[] b, double[] c, double[] d, int count, double[] scores) {
        double first = values[at];
        double second = values[at + 1];
        double third = values[at + 2];
        double fourth = values[at + 3];
        for (int draw = 0; draw < count; draw++) {
            scores[draw] += (first * a[draw] + second * b[draw]) + (third * c[draw] + fourth * d[draw]);
        }
    }

    /** Working memory of one thread. */
    record Scratch(double[][] effective, double[] counted, double[] absent) {}

    /** The targets of which the same nodes count. */
    private record Pattern(String row, int[] made, int[] fixed, int[] targets, double[][] values) {}
}
