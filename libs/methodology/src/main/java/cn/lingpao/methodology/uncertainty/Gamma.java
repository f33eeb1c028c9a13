package cn.lingpao.methodology.uncertainty;

import java.util.random.RandomGenerator;

/** Gamma-distributed numbers of scale 1 (Marsaglia and Tsang 2000). */
final class Gamma {

    private Gamma() {}

    /** A number above 0. */
    static double draw(RandomGenerator random, double shape) {
        if (shape < 1) {
            double boost = Math.pow(1 - random.nextDouble(), 1 / shape);
            return Math.max(draw(random, shape + 1) * boost, Double.MIN_NORMAL);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                if (Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * cube + d * Math.log(cube)) {
                    return d * cube;
                }
            }
        }
    }
}
