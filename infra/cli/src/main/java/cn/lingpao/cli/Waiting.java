package cn.lingpao.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Waits for something to pass, says so once, and gives up after a time. */
final class Waiting {

    private final Duration patience;
    private final Consumer<String> tell;
    private Instant end;
    private boolean told;

    Waiting(Duration patience, Consumer<String> tell) {
        this.patience = patience;
        this.tell = tell;
        this.end = Instant.now().plus(patience);
    }

    /** Starts the time anew: something has moved. */
    void restart() {
        end = Instant.now().plus(patience);
    }

    /** @param sentence what is waited for; the failure when it takes too long */
    void pause(Duration pause, String sentence) {
        if (Instant.now().plus(pause).isAfter(end)) {
            throw new CommandFailure(sentence);
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

    static CommandFailure interrupted() {
        Thread.currentThread().interrupt();
        return new CommandFailure("interrupted");
    }
}
