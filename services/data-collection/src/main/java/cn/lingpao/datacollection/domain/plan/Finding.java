package cn.lingpao.datacollection.domain.plan;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The newest observation of a check point on a channel: the latest by the time it was observed, then recorded, then by id.
 *
 * @param channelId null when it speaks of the target as a whole
 * @param determined false when nothing could be found out
 * @param cause why not; null when it is determined or the observer did not say
 */
public record Finding(
        String targetId,
        String checkPointId,
        @Nullable String channelId,
        String observationId,
        boolean determined,
        @Nullable String cause,
        Observer observer,
        Instant observedAt,
        Instant recordedAt) {

    /** The newest is the greatest. */
    public static final Comparator<Finding> BY_AGE = Comparator.comparing(Finding::observedAt)
            .thenComparing(Finding::recordedAt)
            .thenComparing(Finding::observationId);

    public static Finding of(Observation observation) {
        Submission content = observation.content();
        Value.Undetermined open = content.value() instanceof Value.Undetermined found ? found : null;
        return new Finding(
                content.targetId(),
                content.checkPointId(),
                content.channelId(),
                observation.id().value(),
                open == null,
                open == null ? null : open.cause(),
                content.observer(),
                content.observedAt(),
                observation.recordedAt());
    }
}
