package cn.lingpao.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An observation was accepted. It is a fact and never changes.
 *
 * @param observationId digest of its content: the same observation always has the same id
 * @param groupId the target's group at acceptance, so that consumers need no look-up
 */
public record ObservationRecorded(
        String observationId,
        String campaignId,
        String targetId,
        String groupId,
        String checkPointId,
        @Nullable String channelId,
        ObservedValue value,
        Collector collector,
        Instant observedAt,
        List<Evidence> evidence,
        Instant recordedAt)
        implements DomainEvent {

    public ObservationRecorded {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String key() {
        return campaignId + "/" + targetId;
    }
}
