package cn.lingpao.methodology.uncertainty;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws the weights of a tree, a block of draws at a time: one array a node, one number a draw. */
final class WeightDraws {

    private final double[] weight;
    private final int[][] families;
    private final Noise noise;

    /** @param parent of every node, the root's is -1; a node stands after its parent */
    WeightDraws(int[] parent, double[] weight, Noise noise) {
        this.weight = weight.clone();
        this.noise = noise;
        families = noise instanceof Noise.None ? new int[0][] : families(parent, weight);
    }

    /** The siblings that share weight: two or more that weigh something. */
    static int[][] families(int[] parent, double[] weight) {
        int[] size = new int[parent.length];
        for (int node = 0; node < parent.length; node++) {
            if (parent[node] >= 0 && weight[node] > 0) {
                size[parent[node]]++;
            }
        }
        int[][] children = new int[parent.length][];
        Arrays.setAll(children, node -> new int[size[node]]);
        for (int node = parent.length - 1; node > 0; node--) {
            if (weight[node] > 0) {
                children[parent[node]][--size[parent[node]]] = node;
            }
        }
        return Arrays.stream(children).filter(family -> family.length > 1).toArray(int[][]::new);
    }

    /** Arrays for blocks of {@code size} draws, holding the weights as they are. */
    double[][] block(int size) {
        double[][] block = new double[weight.length][size];
        for (int node = 0; node < weight.length; node++) {
            Arrays.fill(block[node], weight[node]);
        }
        return block;
    }

    /** Draws {@code count} weights of every node. */
    void draw(RandomGenerator random, double[][] block, int count) {
        switch (noise) {
            case Noise.None none -> {}
            case Noise.Relative relative -> relative(random, block, count, relative.amount());
            case Noise.Dirichlet dirichlet -> dirichlet(random, block, count, dirichlet.concentration());
        }
    }

    private void relative(RandomGenerator random, double[][] block, int count, double amount) {
        for (int[] family : families) {
            for (int node : family) {
                double[] drawn = block[node];
                double lowest = weight[node] * (1 - amount);
                double width = 2 * amount * weight[node];
                for (int draw = 0; draw < count; draw++) {
                    drawn[draw] = lowest + width * random.nextDouble();
                }
            }
        }
    }

    private void dirichlet(RandomGenerator random, double[][] block, int count, double concentration) {
        for (int[] family : families) {
            double sum = Arrays.stream(family).mapToDouble(node -> weight[node]).sum();
            for (int draw = 0; draw < count; draw++) {
                double drawn = 0;
                for (int node : family) {
                    block[node][draw] = Gamma.draw(random, concentration * weight[node] / sum);
                    drawn += block[node][draw];
                }
                for (int node : family) {
                    block[node][draw] *= sum / drawn;
                }
            }
        }
    }
}
