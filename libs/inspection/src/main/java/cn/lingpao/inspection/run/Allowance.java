package cn.lingpao.inspection.run;

import cn.lingpao.inspection.browser.Waiting;
import java.time.Duration;

/** The time that something may still take; standing in line for a browser does not use it up. */
final class Allowance {

    private final Waiting waiting;
    private final long nanos;
    private final long started = System.nanoTime();
    private final long waitedBefore;

    private Allowance(Waiting waiting, long nanos) {
        this.waiting = waiting;
        this.nanos = nanos;
        this.waitedBefore = waiting.nanos();
    }

    static Allowance of(Duration time) {
        return new Allowance(new Waiting(), time.toNanos());
    }

    /** A part of it, not more than is left. */
    Allowance part(Duration time) {
        return new Allowance(waiting, Math.min(time.toNanos(), left()));
    }

    /** Nanoseconds; none or fewer when it is used up. */
    long left() {
        return nanos - (System.nanoTime() - started) + (waiting.nanos() - waitedBefore);
    }

    Waiting waiting() {
        return waiting;
    }
}
