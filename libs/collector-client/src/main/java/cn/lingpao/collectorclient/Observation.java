package cn.lingpao.collectorclient;

import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservedValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a collector found. The platform knows an observation by its content, so the same one sent again changes nothing; keep
 * {@code observedAt} when sending again.
 *
 * @param channel the target's channel that was looked at; null for the target as a whole
 * @param observedAt kept to milliseconds
 * @param evidence what it was seen by, the bytes named by their hash
 */
public record Observation(
        String target,
        String checkPoint,
        @Nullable String channel,
        ObservedValue value,
        Instant observedAt,
        List<Evidence> evidence) {

    public Observation {
        evidence = List.copyOf(evidence);
    }
}
