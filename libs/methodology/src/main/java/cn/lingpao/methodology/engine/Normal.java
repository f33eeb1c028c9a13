package cn.lingpao.methodology.engine;

/** The standard normal distribution. */
final class Normal {

    private static final double HALF_LOG_OF_TWO_PI = 0.918938533204672741780329736406;

    /** Beyond it the share is 0 or 1 in every place that a score shows. */
    private static final double FAR = 8.5;

    private Normal() {}

    /** The share of the distribution below x: Marsaglia's series (Evaluating the Normal Distribution, 2004). */
    static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x < 0 ? 0 : 1;
        }
        double sum = x;
        double before = 0;
        double term = x;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * x * x - HALF_LOG_OF_TWO_PI);
    }
}
