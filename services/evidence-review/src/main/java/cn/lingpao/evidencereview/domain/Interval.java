package cn.lingpao.evidencereview.domain;

/**
 * Between what bounds the true share lies, with 95 % confidence: the score interval of E. B. Wilson, Probable Inference, the Law
 * of Succession, and Statistical Inference, Journal of the American Statistical Association 22 (1927), 209–212. It keeps its
 * promise for few trials too, where the usual p ± 1.96 s does not.
 */
public record Interval(double low, double high) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** @param trials at least one */
    public static Interval of(long hits, long trials) {
        double share = (double) hits / trials;
        double square = Z * Z / trials;
        double middle = share + square / 2;
        double half = Z * Math.sqrt((share * (1 - share) + square / 4) / trials);
        return new Interval(Math.max(0, (middle - half) / (1 + square)), Math.min(1, (middle + half) / (1 + square)));
    }
}
