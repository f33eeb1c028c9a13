package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a missing number of a measure.
 *
 * @param value the stated number of FIXED, null for the others
 * @param within a category variable: the numbers of the target's category count; null for the group's
 */
public record Imputation(
        With with, @Nullable BigDecimal value, @Nullable String within) {

    /** The mean or the median of the numbers there are, or a stated number. */
    public enum With {
        MEAN,
        MEDIAN,
        FIXED
    }
}
