package cn.lingpao.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of one cell (target × check point) that counts, after the {@code sequence}-th verdict on that cell.
 *
 * @param verdictId {@code campaign/target/checkPoint#sequence}
 * @param observationIds the observations it rests on
 * @param decidedBy the people who decided; empty for a check point that is not reviewed
 */
public record VerdictReached(
        String verdictId,
        String campaignId,
        String targetId,
        String groupId,
        String checkPointId,
        long sequence,
        ObservedValue value,
        List<String> observationIds,
        List<Evidence> evidence,
        List<String> decidedBy,
        @Nullable String reason,
        Instant reachedAt)
        implements DomainEvent {

    public VerdictReached {
        observationIds = List.copyOf(observationIds);
        evidence = List.copyOf(evidence);
        decidedBy = List.copyOf(decidedBy);
    }

    @Override
    public String key() {
        return campaignId + "/" + targetId;
    }
}
