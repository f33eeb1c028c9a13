package cn.lingpao.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of an intake was refused. Carries what was sent, so that it can be corrected and sent again.
 *
 * @param rejectionId digest of intake and row
 * @param line 1-based line of the batch; null when it came over a topic
 * @param field the field at fault
 * @param code a stable code, for example {@code unknown-target}
 * @param reason what is wrong and how to mend it
 * @param row the row as received
 */
public record ObservationRejected(
        String rejectionId,
        String campaignId,
        @Nullable String targetId,
        @Nullable Integer line,
        @Nullable String field,
        String code,
        String reason,
        String row,
        Instant rejectedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return campaignId + "/" + (targetId == null ? "" : targetId);
    }
}
