package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.List;

/**
 * The dimension beside the tree (优秀创新案例): points of awards, capped, added to the root's score.
 *
 * @param cap the most that can be added
 * @param types the kinds of case that may be awarded
 */
public record Bonus(String id, Text name, BigDecimal cap, List<CaseType> types) {

    public Bonus {
        types = List.copyOf(types);
    }

    /** The bonus for awards of {@code points} in all: not below zero, not above the cap. */
    public BigDecimal of(BigDecimal points) {
        return points.max(BigDecimal.ZERO).min(cap);
    }

    /** A kind of case. */
    public record CaseType(String id, Text name) {}
}
