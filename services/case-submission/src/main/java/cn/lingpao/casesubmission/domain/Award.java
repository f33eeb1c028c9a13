package cn.lingpao.casesubmission.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What judges decided about a case, after their {@code sequence}-th decision.
 *
 * @param points bonus points; zero once it is withdrawn
 * @param groupId the target's group at the decision
 */
public record Award(
        BigDecimal points,
        String groupId,
        String awardedBy,
        @Nullable String note,
        Instant awardedAt,
        long sequence) {

    public Award {
        points = points.stripTrailingZeros();
    }
}
