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
 * @param interval of the error with 95 % confidence; absent before the first review
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
        @Nullable Interval interval,
        @Nullable BigDecimal errorLimit,
        @Nullable Fallback fallback) {

    /** Between which shares the error lies. */
    public record Interval(BigDecimal low, BigDecimal high) {}

    /**
     * Whether and when it fell back, or by whom and why that was lifted.
     *
     * @param overturned of the {@code reviewed} results, more than {@code errorLimit}
     */
    public record Fallback(
            boolean active,
            long reviewed,
            long overturned,
            BigDecimal errorLimit,
            String reason,
            @Nullable String by,
            Instant changedAt) {}
}
