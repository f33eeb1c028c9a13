package cn.lingpao.inspection.check;

import java.time.Duration;

/** Waiting between repeated looks. */
final class Pause {

    private Pause() {}

    /** Waits; false when the run is being stopped. */
    static boolean of(double seconds) {
        try {
            Thread.sleep(Duration.ofMillis((long) (seconds * 1000)));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
