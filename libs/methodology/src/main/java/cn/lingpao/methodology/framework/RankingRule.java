package cn.lingpao.methodology.framework;

import org.jspecify.annotations.Nullable;

/**
 * How totals become ranks.
 *
 * @param basis the rounding before totals are compared; null compares them as they are
 * @param order the order in which the members of one level are shown
 */
public record RankingRule(Method method, @Nullable Rounding basis, Order order) {

    /** What follows a tie: 1 2 2 4, or 1 2 2 3, or no tie at all. */
    public enum Method {
        COMPETITION,
        DENSE,
        ORDINAL
    }

    /** DIVISION (GB/T 2260 ascending) does not leak the score, SCORE does. */
    public enum Order {
        DIVISION,
        SCORE
    }
}
