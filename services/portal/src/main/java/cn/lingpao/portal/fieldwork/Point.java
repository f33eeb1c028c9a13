package cn.lingpao.portal.fieldwork;

import cn.lingpao.portal.results.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A check point of a target, per channel where channels are looked at for themselves. */
public record Point(
        String target,
        String checkPoint,
        Words text,
        String indicator,
        @Nullable String channel,
        By dueBy,
        boolean fallback,
        @Nullable FellBack fellBack,
        @Nullable LocalDate until,
        String state,
        @Nullable String cause,
        @Nullable Words remedy,
        @Nullable String observationId,
        @Nullable String observer,
        @Nullable Instant observedAt,
        boolean task,
        boolean escalated,
        @Nullable String holder) {

    /** By whom it is due: {@code SYSTEM} with its id, or {@code PERSON}. */
    public record By(String kind, @Nullable String collector) {}

    /** Why the check of a program fell back to people. */
    public record FellBack(String collector, String reason, Instant since) {}
}
