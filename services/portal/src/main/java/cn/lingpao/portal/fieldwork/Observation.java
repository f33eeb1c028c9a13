package cn.lingpao.portal.fieldwork;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was observed, and the evidence that it names. */
public record Observation(
        String observationId,
        String checkPoint,
        @Nullable String channel,
        Object value,
        Collector collector,
        Instant observedAt,
        List<Proof> evidence) {

    /** Who observed. */
    public record Collector(String id, String kind) {}

    /** What was seen; {@code sha256} names captured bytes. */
    public record Proof(
            @Nullable String url,
            @Nullable String title,
            @Nullable String sha256,
            @Nullable String note) {}
}
