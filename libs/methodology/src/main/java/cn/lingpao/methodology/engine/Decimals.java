package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The canonical decimal of a computed number, so that arithmetic noise never decides a tie, a level or a rounding.
 *
 * <p>Canonical is 9 places, HALF_UP on the shortest decimal that reads back as the double. As a <em>key</em> it is one long: the
 * number of billionths up to 4e9, and beyond that, where doubles lie further apart than 9 places, their own order.
 */
final class Decimals {

    static final int DIGITS = 9;

    private static final double BILLIONTHS = 1e9;
    private static final double EXACT_WHOLE = 0x1p53;
    private static final double NOISE = 4.5e-16;
    private static final double WIDE_FROM = 4e9;
    private static final long WIDE = 4_000_000_000_000_000_000L;
    private static final long WIDE_BITS = Double.doubleToLongBits(WIDE_FROM);
    private static final long[] POWERS = powers();

    private Decimals() {}

    /** At most 9 decimals, HALF_UP on the shortest decimal that reads back as {@code value}; no trailing zeros. */
    static BigDecimal canonical(double value) {
        return Math.abs(value) < WIDE_FROM ? ofKey(key(value)) : canonical(BigDecimal.valueOf(value));
    }

    static BigDecimal canonical(BigDecimal value) {
        return plain(value.setScale(DIGITS, RoundingMode.HALF_UP));
    }

    /** The shortest decimal that reads back as the double. */
    static BigDecimal exact(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    /** Keys are ordered as the canonical decimals are, and equal when those are. The value must be finite. */
    static long key(double value) {
        double scaled = value * BILLIONTHS;
        double whole = Math.rint(scaled);
        double size = Math.abs(scaled);
        boolean clear = Math.abs(Math.abs(scaled - whole) - 0.5) > size * NOISE;
        return clear && size < EXACT_WHOLE ? (long) whole : slowKey(value);
    }

    private static long slowKey(double value) {
        double size = Math.abs(value);
        if (size >= WIDE_FROM) {
            long key = WIDE + (Double.doubleToLongBits(size) - WIDE_BITS);
            return value < 0 ? -key : key;
        }
        return BigDecimal.valueOf(value)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** The decimal of a key below 4e9. */
    static BigDecimal ofKey(long key) {
        return plain(BigDecimal.valueOf(key, DIGITS));
    }

    /** The decimal of a key, as the nearest double. */
    static double toDouble(long key) {
        if (Math.abs(key) < (1L << 53)) {
            return key / BILLIONTHS;
        }
        if (key > -WIDE && key < WIDE) {
            return ofKey(key).doubleValue();
        }
        double size = Double.longBitsToDouble(Math.abs(key) - WIDE + WIDE_BITS);
        return key < 0 ? -size : size;
    }

    /** The canonical decimal, as a double; NaN is NaN. Scores are compared so, and noise makes nobody better. */
    static double shown(double value) {
        return Cell.isNumber(value) ? toDouble(key(value)) : Double.NaN;
    }

    /** The rounded canonical decimal, as a double: what goes up the tree. */
    static double round(double value, Rounding rounding) {
        if (Math.abs(value) < WIDE_FROM) {
            long unit = POWERS[DIGITS - rounding.digits()];
            long units = Rounding.units(key(value), unit, rounding.mode());
            if (Math.abs(units) < (1L << 53)) {
                return (double) units / POWERS[rounding.digits()];
            }
        }
        return rounding.round(canonical(value)).doubleValue();
    }

    /** The key of the rounded decimal of a key. */
    static long roundKey(long key, Rounding rounding) {
        if (key > -WIDE && key < WIDE) {
            long unit = POWERS[DIGITS - rounding.digits()];
            return Rounding.units(key, unit, rounding.mode()) * unit;
        }
        return key(rounding.round(canonical(toDouble(key))).doubleValue());
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static long[] powers() {
        long[] powers = new long[DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
