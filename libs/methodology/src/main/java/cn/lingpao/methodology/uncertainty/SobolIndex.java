package cn.lingpao.methodology.uncertainty;

/**
 * How much of the variance of an output one factor makes.
 *
 * @param first the share it makes alone (first order)
 * @param total the share it has a hand in, alone or with others (total order)
 */
public record SobolIndex(String factor, Estimate first, Estimate total) {

    /** An estimate with its bootstrap interval; all three are estimates and may lie slightly outside 0 to 1. */
    public record Estimate(double value, double low, double high) {}
}
