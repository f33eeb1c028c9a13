package cn.lingpao.methodology.engine;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The sums over blocks of many children, so that one changed child costs its block and not all of them. The sum over all is always
 * the sum over the blocks. A row's sums stand side by side.
 */
final class Blocks {

    static final int SIZE = 16;

    private final MeanColumn node;
    private final double[][] children;
    private final int count;
    private final double[] sums;
    private final double[] counts;
    private final boolean[] due;
    private final Map<Column, Integer> blockOf = new IdentityHashMap<>();

    Blocks(MeanColumn node) {
        this.node = node;
        count = (node.children.length + SIZE - 1) / SIZE;
        children = new double[node.children.length][];
        sums = new double[count * node.rows()];
        counts = new double[count * node.rows()];
        due = new boolean[count];
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
        for (int block = 0; block < count; block++) {
            if (due[block]) {
                compute(block, from, to);
            }
        }
        for (int row = from; row < to; row++) {
            double sum = 0;
            double counted = 0;
            for (int at = row * count; at < (row + 1) * count; at++) {
                sum += sums[at];
                counted += counts[at];
            }
            node.scratch.sum[row] = sum;
            node.scratch.counted[row] = counted;
        }
    }

    private void compute(int block, int from, int to) {
        double[] sum = node.scratch.sum;
        double[] counted = node.scratch.counted;
        Arrays.fill(sum, from, to, 0);
        Arrays.fill(counted, from, to, 0);
        int end = Math.min(children.length, (block + 1) * SIZE);
        for (int c = block * SIZE; c < end; c++) {
            if (node.weight[c] > 0) {
                MeanColumn.addSimple(children[c], node.weight[c], sum, counted, from, to);
            }
        }
        for (int row = from; row < to; row++) {
            sums[row * count + block] = sum[row];
            counts[row * count + block] = counted[row];
        }
    }
}
