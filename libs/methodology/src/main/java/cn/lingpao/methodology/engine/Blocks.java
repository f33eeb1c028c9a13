package cn.lingpao.methodology.engine;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The sums over blocks of many children, so that one changed child costs its block and not all of them. The sum over all is always
 * the sum over the blocks.
 */
final class Blocks {

    static final int SIZE = 16;

    private final MeanColumn node;
    private final double[][] children;
    private final double[][] sum;
    private final double[][] counted;
    private final boolean[] due;
    private final Map<Column, Integer> blockOf = new IdentityHashMap<>();

    Blocks(MeanColumn node) {
        this.node = node;
        int blocks = (node.children.length + SIZE - 1) / SIZE;
        children = new double[node.children.length][];
        sum = new double[blocks][node.rows()];
        counted = new double[blocks][node.rows()];
        due = new boolean[blocks];
        Arrays.fill(due, true);
        for (int c = 0; c < children.length; c++) {
            children[c] = node.children[c].column().value;
            blockOf.put(node.children[c].column(), c / SIZE);
        }
    }

    void touched(Column child) {
        Integer block = blockOf.get(child);
        if (block != null) {
            due[block] = true;
        }
    }

    void reweighed() {
        Arrays.fill(due, true);
    }

    void refreshed() {
        Arrays.fill(due, false);
    }

    void addAll(int from, int to) {
        double[] total = node.scratch.sum;
        double[] all = node.scratch.counted;
        for (int b = 0; b < due.length; b++) {
            if (due[b]) {
                compute(b, from, to);
            }
            add(sum[b], total, from, to);
            add(counted[b], all, from, to);
        }
    }

    private static void add(double[] block, double[] to, int from, int end) {
        for (int row = from; row < end; row++) {
            to[row] += block[row];
        }
    }

    private void compute(int block, int from, int to) {
        Arrays.fill(sum[block], from, to, 0);
        Arrays.fill(counted[block], from, to, 0);
        int end = Math.min(children.length, (block + 1) * SIZE);
        for (int c = block * SIZE; c < end; c++) {
            if (node.weight[c] > 0) {
                MeanColumn.addSimple(children[c], node.weight[c], sum[block], counted[block], from, to);
            }
        }
    }
}
