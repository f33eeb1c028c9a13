package cn.lingpao.portal.fieldwork;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a program's results at a check point did when people looked again.
 *
 * @param state {@code trusted}, or {@code fallback}: people collect in its place
 * @param sampled drawn results: waiting, reviewed or set aside
 * @param errorRate overturned by reviewed; absent before the first review
 * @param errorLimit above which the check falls back; absent where the campaign says nothing
 */
public record Sampled(
        String collector,
        String checkPoint,
        String state,
        long sampled,
        long waiting,
        long reviewed,
        long overturned,
        long setAside,
        @Nullable BigDecimal errorRate,
        @Nullable BigDecimal errorLimit,
        @Nullable Fallback fallback) {

    /** Whether, when and why it fell back, or by whom that was lifted. */
    public record Fallback(
            boolean active, String reason, @Nullable String by, Instant changedAt) {}
}
