package cn.lingpao.evidencereview.domain;

import cn.lingpao.evidencereview.domain.Sampling.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a check has fallen back to people, after the {@code sequence}-th change.
 *
 * @param active while it has, its results count no more by themselves
 * @param reviewed results that people had looked at when it changed
 * @param by who lifted it; null for the platform itself
 * @param liftedAt only results that were taken in after the last lifting count towards the next falling back
 */
public record Fallback(
        Check check,
        long sequence,
        boolean active,
        long reviewed,
        long overturned,
        BigDecimal errorLimit,
        String reason,
        @Nullable String by,
        Instant changedAt,
        @Nullable Instant liftedAt) {

    /** @param before the state so far; null when it never fell back */
    public static Fallback of(Check check, @Nullable Fallback before, Tally tally, Rule rule, Instant now) {
        return new Fallback(
                check,
                before == null ? 1 : before.sequence + 1,
                true,
                tally.reviewed(),
                tally.overturned(),
                rule.errorLimit(),
                "people overturned %d of %d reviewed results, more than the limit of %s"
                        .formatted(
                                tally.overturned(),
                                tally.reviewed(),
                                rule.errorLimit().toPlainString()),
                null,
                now,
                before == null ? null : before.liftedAt);
    }

    /** The check is trusted again, and counted anew. */
    public Fallback lifted(String who, String why, Instant now) {
        return new Fallback(check, sequence + 1, false, reviewed, overturned, errorLimit, why, who, now, now);
    }
}
