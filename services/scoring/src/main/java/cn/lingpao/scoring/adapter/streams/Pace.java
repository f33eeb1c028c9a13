package cn.lingpao.scoring.adapter.streams;

import java.time.Duration;

/**
 * When changed groups are scored: at once, but so that telling takes no more than a small share of the time. A cheap change
 * is seen within a moment, a bulk load is scored a few times and still seen to grow. The clock decides when, never what.
 */
final class Pace {

    /** One part of telling, and this many of everything else. */
    private static final int REST = 12;

    private final Duration limit;
    private long rest;

    /** @param limit how long a change may wait at the most, after what was under way */
    Pace(Duration limit) {
        this.limit = limit;
    }

    /** @param now milliseconds of the wall clock */
    boolean allows(long now) {
        return now >= rest;
    }

    /** @param end milliseconds of the wall clock, when telling ended */
    void took(long end, Duration time) {
        Duration pause = time.multipliedBy(REST);
        rest = end + Math.min(pause.toMillis(), limit.toMillis());
    }
}
