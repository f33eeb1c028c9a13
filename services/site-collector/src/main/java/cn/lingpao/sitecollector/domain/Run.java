package cn.lingpao.sitecollector.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the channels of a campaign.
 *
 * @param endedAt null while it goes on
 * @param notices what somebody should know about how it is carried out
 * @param fault what went wrong, or holds it up now
 */
public record Run(
        String id,
        String campaignId,
        Order order,
        State state,
        Instant orderedAt,
        @Nullable Instant endedAt,
        Tally tally,
        Delivery delivery,
        List<String> notices,
        @Nullable String fault) {

    public Run {
        notices = List.copyOf(notices);
    }

    /** The life of a run, in order; the last three are its ends. */
    public enum State {
        QUEUED,
        COLLECTING,
        DELIVERING,
        /** Nobody wants it any more; it ends as soon as it is broken off, over a kill too. */
        CANCELLING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    public static Run ordered(String id, String campaignId, Order order, Instant at) {
        return new Run(id, campaignId, order, State.QUEUED, at, null, Tally.NONE, Delivery.NONE, List.of(), null);
    }

    public Run collecting(Tally now) {
        return goingOn(State.COLLECTING, now, null);
    }

    public Run delivering(Tally whole) {
        return goingOn(State.DELIVERING, whole, null);
    }

    /** One that is cancelled stays so. */
    private Run goingOn(State next, Tally now, @Nullable String reason) {
        boolean cancelling = state == State.CANCELLING;
        return new Run(
                id,
                campaignId,
                order,
                cancelling ? state : next,
                orderedAt,
                null,
                now,
                delivery,
                notices,
                cancelling ? fault : reason);
    }

    /** Says it once. */
    public Run noticing(String sentence) {
        List<String> all =
                Stream.concat(notices.stream(), Stream.of(sentence)).distinct().toList();
        return new Run(id, campaignId, order, state, orderedAt, endedAt, tally, delivery, all, fault);
    }

    public Run heldUp(String reason) {
        return goingOn(state, tally, reason);
    }

    public Run done(Delivery delivered, Instant at) {
        return new Run(id, campaignId, order, State.DONE, orderedAt, at, tally, delivered, notices, null);
    }

    /** @param by who does not want it any more */
    public Run cancelling(String by) {
        return new Run(
                id,
                campaignId,
                order,
                State.CANCELLING,
                orderedAt,
                null,
                tally,
                delivery,
                notices,
                "cancelled by " + by);
    }

    /** The end of one that is cancelled. */
    public Run cancelled(Instant at) {
        return new Run(id, campaignId, order, State.CANCELLED, orderedAt, at, tally, delivery, notices, fault);
    }

    public Run failed(String reason, Instant at) {
        return new Run(id, campaignId, order, State.FAILED, orderedAt, at, tally, delivery, notices, reason);
    }
}
