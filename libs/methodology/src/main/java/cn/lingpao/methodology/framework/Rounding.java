package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal rounding to {@code digits} places. */
public record Rounding(int digits, RoundingMode mode) {

    public BigDecimal round(BigDecimal value) {
        return value.setScale(digits, mode);
    }
}
