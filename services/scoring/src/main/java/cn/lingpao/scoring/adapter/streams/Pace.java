package cn.lingpao.scoring.adapter.streams;

import java.time.Duration;

/**
 * When changed groups are scored: at once after a silence, then with the beat, and so that telling takes no more than a
 * small share of the time. A cheap change is seen within a moment, a bulk load is scored a few times and still seen to
 * grow. The beats are the same for every task, so that tasks of a thread are committed together. The clock decides when,
 * never what.
 */
final class Pace {

    /** One part of telling, and this many of everything else; while there is a backlog, it goes first. */
    private static final int REST = 1;

    private static final int REST_WHILE_BEHIND = 12;

    private final long beat;
    private final long limit;
    private long rest;

    /** @param limit how long a change may wait at the most, after what was under way */
    Pace(Duration beat, Duration limit) {
        this.beat = beat.toMillis();
        this.limit = limit.toMillis();
    }

    /** @param now milliseconds of the wall clock */
    boolean allows(long now) {
        return now >= rest;
    }

    /**
     * @param start milliseconds of the wall clock, when telling began
     * @param behind whether there is a backlog to be read
     */
    void took(long start, Duration time, boolean behind) {
        long pause = Math.min(time.toMillis() * (behind ? REST_WHILE_BEHIND : REST), limit);
        long nextBeat = (start / beat + 1) * beat;
        rest = Math.max(nextBeat, start + time.toMillis() + pause);
    }
}
