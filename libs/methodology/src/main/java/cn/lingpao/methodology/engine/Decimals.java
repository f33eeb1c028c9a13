package cn.lingpao.methodology.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The canonical decimal of a computed number, so that arithmetic noise never decides a tie, a level or a rounding. */
final class Decimals {

    private static final int DIGITS = 9;

    private Decimals() {}

    /** At most 9 decimals, HALF_UP on the shortest decimal that reads back as {@code value}; no trailing zeros. */
    static BigDecimal canonical(double value) {
        return canonical(BigDecimal.valueOf(value));
    }

    static BigDecimal canonical(BigDecimal value) {
        BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
