package cn.lingpao.methodology.framework;

import java.math.BigDecimal;

/**
 * The logarithm of a measure, taken after winsorising.
 *
 * @param when ALWAYS, or STILL_SKEWED: when the numbers fail both bounds after winsorising as they are then
 * @param on for STILL_SKEWED: the numbers as they were before winsorising, or as they are after it
 * @param plus added to the number before a NATURAL or DECIMAL logarithm
 */
public record Logarithm(Kind kind, When when, On on, BigDecimal plus) {

    /**
     * NATURAL: ln(v + plus). DECIMAL: log10(v + plus). SHIFTED: ln(v − min + 1). COIN: ln(v − min + 0.01 × (max − min)).
     * GII: ln((max − 1) × (v − min) ÷ (max − min) + 1).
     */
    public enum Kind {
        NATURAL,
        DECIMAL,
        SHIFTED,
        COIN,
        GII
    }

    /** Whether it is taken. */
    public enum When {
        ALWAYS,
        STILL_SKEWED
    }

    /** What it is taken of. */
    public enum On {
        ORIGINAL,
        WINSORISED
    }
}
