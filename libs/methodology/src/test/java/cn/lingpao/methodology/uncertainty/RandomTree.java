package cn.lingpao.methodology.uncertainty;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A tree of means and sums with random gaps, and its scores computed the plain way. */
final class RandomTree {

    static final int TARGETS = 7;
    static final int DRAWS = 5;

    final int[] parent;
    final boolean[] mean;
    final byte[][] state;
    final double[][] score;
    final double[][] weight;

    RandomTree(SplittableRandom random) {
        int nodes = random.nextInt(1, 20);
        parent = new int[nodes];
        mean = new boolean[nodes];
        state = new byte[nodes][TARGETS];
        score = new double[nodes][TARGETS];
        weight = new double[nodes][DRAWS];
        parent[0] = -1;
        for (int node = 0; node < nodes; node++) {
            parent[node] = node == 0 ? -1 : random.nextInt(node);
            mean[node] = random.nextInt(3) > 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                weight[node][draw] = random.nextDouble(0.5, 3);
            }
        }
        for (int node = nodes - 1; node >= 0; node--) {
            for (int target = 0; target < TARGETS; target++) {
                score[node][target] = random.nextDouble(-5, 50);
                state[node][target] = state(node, target, random);
            }
        }
    }

    private byte state(int node, int target, SplittableRandom random) {
        boolean counts = children(node).anyMatch(child -> state[child][target] >= LinearTree.ZERO);
        byte[] any = {LinearTree.GONE, LinearTree.ABSENT, LinearTree.ZERO, LinearTree.FIXED};
        return counts && random.nextInt(10) > 0 ? LinearTree.MADE : any[Math.min(3, random.nextInt(8))];
    }

    private IntStream children(int node) {
        return IntStream.range(0, parent.length).filter(child -> parent[child] == node);
    }

    double byHand(int node, int target, int draw) {
        if (state[node][target] != LinearTree.MADE) {
            return state[node][target] == LinearTree.FIXED ? score[node][target] : 0;
        }
        double sum = 0;
        double counted = 0;
        double all = 0;
        for (int child : children(node).toArray()) {
            if (state[child][target] != LinearTree.GONE) {
                all += weight[child][draw];
            }
            if (state[child][target] >= LinearTree.ZERO) {
                counted += weight[child][draw];
                sum += weight[child][draw] * byHand(child, target, draw);
            }
        }
        return mean[node] ? sum / counted : sum * all / counted;
    }
}
