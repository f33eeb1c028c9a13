package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal rounding to {@code digits} places. */
public record Rounding(int digits, RoundingMode mode) {

    public BigDecimal round(BigDecimal value) {
        return value.setScale(digits, mode);
    }

    /** How many units a number comes to, rounded to a whole one; both are counted in the same small steps. */
    public static long units(long number, long unit, RoundingMode mode) {
        long down = number / unit;
        long rest = Math.abs(number % unit);
        if (rest == 0) {
            return down;
        }
        boolean away =
                switch (mode) {
                    case UP -> true;
                    case DOWN -> false;
                    case CEILING -> number > 0;
                    case FLOOR -> number < 0;
                    case HALF_UP -> 2 * rest >= unit;
                    case HALF_DOWN -> 2 * rest > unit;
                    case HALF_EVEN -> 2 * rest > unit || 2 * rest == unit && (down & 1) == 1;
                    case UNNECESSARY -> throw new ArithmeticException("rounding necessary");
                };
        return away ? down + Long.signum(number) : down;
    }
}
