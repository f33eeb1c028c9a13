package cn.lingpao.collectorclient;

import java.time.Duration;

/** Pauses between attempts: half a second, then twice as long each time, ten seconds at most. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    Duration next() {
        Duration pause = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return pause;
    }
}
