package cn.lingpao.datacollection.domain.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has taken a check point of a target upon himself, and who had before.
 *
 * @param holder null when it was returned
 * @param acts newest last, at most {@value #MOST_ACTS}
 * @param version counts the changes, from 1
 */
public record Hold(
        String campaignId,
        String targetId,
        String checkPointId,
        @Nullable String holder,
        List<Act> acts,
        long version) {

    /** How many acts are kept. */
    public static final int MOST_ACTS = 100;

    public Hold {
        acts = List.copyOf(acts);
    }

    /** Nobody has claimed it ever. */
    public static Hold none(String campaignId, String targetId, String checkPointId) {
        return new Hold(campaignId, targetId, checkPointId, null, List.of(), 0);
    }

    public Hold claimed(String by, Instant at) {
        return next(by, new Act(Kind.CLAIMED, by, at, null));
    }

    public Hold returned(String by, Instant at, String reason) {
        return next(null, new Act(Kind.RETURNED, by, at, reason));
    }

    /** The last act; null before the first. */
    public @Nullable Act last() {
        return acts.isEmpty() ? null : acts.getLast();
    }

    private Hold next(@Nullable String nextHolder, Act act) {
        List<Act> next = new ArrayList<>(acts);
        next.add(act);
        return new Hold(
                campaignId,
                targetId,
                checkPointId,
                nextHolder,
                next.subList(Math.max(0, next.size() - MOST_ACTS), next.size()),
                version + 1);
    }

    /** What was done with a task. */
    public enum Kind {
        CLAIMED,
        RETURNED
    }

    /**
     * A claim or a return.
     *
     * @param reason why it was returned; null for a claim
     */
    public record Act(
            Kind kind, String by, Instant at, @Nullable String reason) {}
}
