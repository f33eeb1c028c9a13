package cn.lingpao.portal.fieldwork;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person saw at a check point of a target, as the intake takes it.
 *
 * @param value a word, the id of a grade, or a number
 * @param cause of {@code UNDETERMINED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seen(
        String target,
        String checkPoint,
        @Nullable String channel,
        Object value,
        @Nullable String cause,
        Instant observedAt,
        List<Proof> evidence) {

    /** What proves it; {@code sha256} names bytes that were brought. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proof(
            @Nullable String url,
            @Nullable Instant capturedAt,
            @Nullable String sha256,
            @Nullable String note) {}
}
