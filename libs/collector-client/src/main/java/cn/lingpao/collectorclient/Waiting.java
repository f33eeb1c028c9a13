package cn.lingpao.collectorclient;

import java.time.Duration;
import java.util.function.Consumer;

/** Waits for something to pass, says so once, and gives up after a time. */
public final class Waiting {

    private final Duration patience;
    private final Consumer<String> tell;
    private long end;
    private boolean told;

    Waiting(Duration patience, Consumer<String> tell) {
        this.patience = patience;
        this.tell = tell;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Starts the time anew: something has moved. */
    public void restart() {
        end = System.nanoTime() + patience.toNanos();
    }

    /** @param sentence what is waited for; the failure when it takes too long */
    public void pause(Duration pause, String sentence) {
        if (System.nanoTime() + pause.toNanos() - end > 0) {
            throw new PlatformFailure(sentence);
        }
        if (!told) {
            tell.accept("waiting up to " + patience.toSeconds() + " s: " + sentence);
            told = true;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    static PlatformFailure interrupted() {
        Thread.currentThread().interrupt();
        return new PlatformFailure("interrupted");
    }
}
