package cn.lingpao.methodology.uncertainty;

import java.math.RoundingMode;

/** Makes totals comparable as a framework's ranking compares them: rounded or not, the greater or the smaller one first. */
record RankKeys(long unit, RoundingMode mode, boolean lowerFirst) {

    /** @param unit billionths that totals are rounded to before they are compared; 1 compares them as they are */
    RankKeys {
        if (unit < 1) {
            throw new IllegalArgumentException("a unit of " + unit);
        }
    }

    boolean asIs() {
        return unit == 1 && !lowerFirst;
    }

    void of(long[] totals, int count, long[] keys) {
        for (int draw = 0; draw < count; draw++) {
            long total = totals[draw];
            if (total == Places.NONE) {
                keys[draw] = Places.NONE;
            } else {
                long units = units(total, unit, mode);
                keys[draw] = lowerFirst ? -units : units;
            }
        }
    }

    static long units(long key, long unit, RoundingMode mode) {
        long down = key / unit;
        long rest = Math.abs(key % unit);
        boolean away = rest != 0
                && switch (mode) {
                    case UP -> true;
                    case DOWN -> false;
                    case CEILING -> key > 0;
                    case FLOOR -> key < 0;
                    case HALF_UP -> 2 * rest >= unit;
                    case HALF_DOWN -> 2 * rest > unit;
                    case HALF_EVEN -> 2 * rest > unit || 2 * rest == unit && (down & 1) == 1;
                    case UNNECESSARY -> throw new ArithmeticException("rounding necessary");
                };
        return away ? down + Long.signum(key) : down;
    }
}
