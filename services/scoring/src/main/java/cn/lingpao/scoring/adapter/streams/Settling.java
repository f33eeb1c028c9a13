package cn.lingpao.scoring.adapter.streams;

import java.time.Duration;

/**
 * When a changed group is scored: after it has been quiet for a while, but never later than a limit after its first
 * change, so that a bulk load is not scored once per verdict and a viewer of it still sees it grow.
 *
 * @param quiet how long nothing must have changed
 * @param limit how long a change may wait
 */
record Settling(Duration quiet, Duration limit) {

    /** How often to look. */
    Duration tick() {
        return Duration.ofMillis(Math.max(10, quiet.toMillis() / 4));
    }

    boolean isOver(Waiting waiting, long now) {
        return now - waiting.last() >= quiet.toMillis() || now - waiting.first() >= limit.toMillis();
    }

    /** Times of the first and the last change since the group was scored, milliseconds of the wall clock. */
    record Waiting(long first, long last) {

        Waiting until(long now) {
            return new Waiting(first, now);
        }
    }
}
