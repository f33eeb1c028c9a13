package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.framework.Rounding;
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
                long units = Rounding.units(total, unit, mode);
                keys[draw] = lowerFirst ? -units : units;
            }
        }
    }
}
