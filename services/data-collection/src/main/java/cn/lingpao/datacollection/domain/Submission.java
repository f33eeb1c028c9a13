package cn.lingpao.datacollection.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An observation as a collector delivered it, well formed but not yet checked. */
public record Submission(
        String campaignId,
        String targetId,
        String checkPointId,
        @Nullable String channelId,
        Value value,
        Observer observer,
        Instant observedAt,
        List<Proof> evidence) {

    public Submission {
        evidence = List.copyOf(evidence);
    }
}
