package cn.lingpao.evidencereview.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a collector saw of a cell.
 *
 * @param automatic whether a program saw it
 */
public record Observation(
        String id,
        Value value,
        @Nullable String channelId,
        String observer,
        boolean automatic,
        Instant observedAt,
        Instant recordedAt,
        List<Proof> evidence) {

    /** The later one first; of two at the same instant the greater id, so that the order of arrival decides nothing. */
    public static final Comparator<Observation> NEWEST_FIRST = Comparator.comparing(Observation::observedAt)
            .thenComparing(Observation::id)
            .reversed();

    public Observation {
        evidence = List.copyOf(evidence);
    }

    /** Whether a program determined something. */
    boolean isAutomaticResult() {
        return automatic && value.kind() != Value.Kind.UNDETERMINED;
    }
}
