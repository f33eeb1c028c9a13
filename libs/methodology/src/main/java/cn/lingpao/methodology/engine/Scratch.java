package cn.lingpao.methodology.engine;

import java.util.Arrays;

/** Accumulators that the nodes of a group use one after another, a row each. */
final class Scratch {

    final double[] sum;
    final double[] counted;
    final double[] fixed;
    final double[] bonus;
    final byte[] flags;

    Scratch(int rows) {
        sum = new double[rows];
        counted = new double[rows];
        fixed = new double[rows];
        bonus = new double[rows];
        flags = new byte[rows];
    }

    void clear(int from, int to) {
        Arrays.fill(sum, from, to, 0);
        Arrays.fill(counted, from, to, 0);
        Arrays.fill(fixed, from, to, 0);
        Arrays.fill(bonus, from, to, 0);
        Arrays.fill(flags, from, to, (byte) 0);
    }
}
