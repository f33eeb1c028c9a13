package cn.lingpao.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the results of a program on a check point count by themselves, after the {@code sequence}-th change (the topic is
 * compacted).
 *
 * @param collector the program
 * @param active true: the check has fallen back to people, its results only open a review; false: it is trusted again
 * @param reviewed automatic results that people had looked at when it changed
 * @param overturned those of them that people decided otherwise
 * @param errorLimit the limit that was passed
 * @param reason in words
 * @param by the administrator who lifted it; null for the platform itself
 */
public record FallbackChanged(
        String campaignId,
        String collector,
        String checkPointId,
        long sequence,
        boolean active,
        long reviewed,
        long overturned,
        BigDecimal errorLimit,
        String reason,
        @Nullable String by,
        Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return campaignId + "/" + collector + "/" + checkPointId;
    }
}
