package cn.lingpao.casesubmission.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a framework says about innovation cases.
 *
 * @param cap the most that awards can add to a score
 * @param types ids of the case types
 */
public record BonusRules(BigDecimal cap, List<String> types) {

    private static final int FINEST = 4;

    public BonusRules {
        types = List.copyOf(types);
    }

    /** The fault of points that can't be awarded. */
    public Optional<Fault> check(BigDecimal points) {
        if (points.signum() <= 0) {
            return Optional.of(new Fault("points", "not-positive", "An award has more than 0 points."));
        }
        if (points.compareTo(cap) > 0) {
            return Optional.of(new Fault(
                    "points",
                    "over-cap",
                    points.toPlainString() + " is more than the cap of " + cap.toPlainString() + "."));
        }
        return points.stripTrailingZeros().scale() > FINEST
                ? Optional.of(new Fault("points", "too-fine", "Points have at most " + FINEST + " decimals."))
                : Optional.empty();
    }
}
