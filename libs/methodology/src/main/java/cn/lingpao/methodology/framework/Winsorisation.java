package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How outliers of a measure are brought in. */
public sealed interface Winsorisation {

    /**
     * While |skewness| and kurtosis both exceed their bounds, the largest numbers (the smallest, when the skewness is
     * negative) become the next one.
     *
     * @param most so many numbers are changed before it stops; null without end. Tied numbers change together, and count each
     * @param skewness bound of |G1|, the sample skewness of Excel's SKEW
     * @param kurtosis bound of the sample excess kurtosis of Excel's KURT
     */
    record ByMoments(@Nullable Integer most, BigDecimal skewness, BigDecimal kurtosis) implements Winsorisation {}

    /** Numbers beyond a percentile, from 0 to 100, become the percentile; null for a side that is left alone. */
    record ByPercentiles(@Nullable BigDecimal low, @Nullable BigDecimal high) implements Winsorisation {}
}
