package cn.lingpao.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An observation as a collector delivers it, before any check. One row of an intake batch has the same fields. */
public record ObservationSubmitted(
        String campaignId,
        String targetId,
        String checkPointId,
        @Nullable String channelId,
        ObservedValue value,
        Collector collector,
        Instant observedAt,
        List<Evidence> evidence)
        implements DomainEvent {

    public ObservationSubmitted {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String key() {
        return campaignId + "/" + targetId;
    }
}
