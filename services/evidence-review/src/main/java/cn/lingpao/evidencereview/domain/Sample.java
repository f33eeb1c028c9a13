package cn.lingpao.evidencereview.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A result of a program that was drawn for review.
 *
 * @param recordedAt when the result was taken in
 */
public record Sample(
        String collector, @Nullable String channelId, String observationId, Instant recordedAt, Outcome outcome) {

    /** What became of a drawn result. */
    public enum Outcome {
        /** Nobody has looked yet. */
        WAITING,
        /** People decided the same. */
        CONFIRMED,
        /** People decided otherwise. */
        OVERTURNED,
        /** It says nothing about the check: people could not tell either, or it was not the program's answer to the cell. */
        SET_ASIDE
    }

    static Sample waiting(Observation result) {
        return new Sample(result.observer(), result.channelId(), result.id(), result.recordedAt(), Outcome.WAITING);
    }

    Sample settled(Outcome settled) {
        return new Sample(collector, channelId, observationId, recordedAt, settled);
    }

    boolean waits() {
        return outcome == Outcome.WAITING;
    }
}
