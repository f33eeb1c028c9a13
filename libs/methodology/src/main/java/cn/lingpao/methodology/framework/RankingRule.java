package cn.lingpao.methodology.framework;

import org.jspecify.annotations.Nullable;

/**
 * How totals become ranks.
 *
 * @param basis the rounding before totals are compared; null compares them as they are
 * @param order the order in which the members of one level are shown
 * @param direction HIGHER: the largest number is first
 * @param of the node or figure that is ranked; null for the total
 * @param tieDisplay what stands between the names that share a rank
 */
public record RankingRule(
        Method method,
        @Nullable Rounding basis,
        Order order,
        Direction direction,
        @Nullable String of,
        String tieDisplay) {

    static final String TIE_DISPLAY = "/";

    /** What a framework that says nothing means. */
    static final RankingRule UNSAID =
            new RankingRule(Method.COMPETITION, null, Order.SCORE, Direction.HIGHER, null, TIE_DISPLAY);

    /** What follows a tie: 1 2 2 4, or 1 2 2 3, or 1 2 3 4 without a tie at all, or 1 2.5 2.5 4. */
    public enum Method {
        COMPETITION,
        DENSE,
        ORDINAL,
        FRACTIONAL
    }

    /** DIVISION (GB/T 2260 ascending) does not leak the score, SCORE does. */
    public enum Order {
        DIVISION,
        SCORE
    }
}
