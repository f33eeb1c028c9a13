package cn.lingpao.methodology.uncertainty;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranking under other weights or without an indicator, beside the recorded one; the record stays as it is.
 *
 * @param shifts in the recorded order
 * @param meanShift mean absolute rank shift of the targets that have a rank in both
 * @param mostShift the greatest one
 */
public record WhatIf(List<Shift> shifts, double meanShift, double mostShift) {

    public WhatIf {
        shifts = List.copyOf(shifts);
    }

    static WhatIf of(List<Shift> shifts) {
        double[] moved = shifts.stream()
                .filter(shift -> shift.rank() != null && shift.rankThen() != null)
                .mapToDouble(shift -> Math.abs(shift.rank() - shift.rankThen()))
                .toArray();
        double sum = 0;
        double most = 0;
        for (double shift : moved) {
            sum += shift;
            most = Math.max(most, shift);
        }
        return new WhatIf(shifts, moved.length == 0 ? 0 : sum / moved.length, most);
    }

    /** A target's total and rank as recorded, and as they would be; null where there is none. */
    public record Shift(
            String targetId,
            @Nullable BigDecimal total,
            @Nullable Double rank,
            @Nullable BigDecimal totalThen,
            @Nullable Double rankThen) {}
}
