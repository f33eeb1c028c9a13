package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Run;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One run after the other: a host belongs to one run at a time, whatever campaigns it is in. */
public class RunQueue implements AutoCloseable {

    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final CarryOut carryOut;
    private final Runs runs;
    private final Duration pause;
    private final Told told;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("collection-run").factory());

    /**
     * @param pause after which a run that the intake held up goes on
     * @param told hears what becomes of runs
     */
    public RunQueue(CarryOut carryOut, Runs runs, Duration pause, Told told) {
        this.carryOut = carryOut;
        this.runs = runs;
        this.pause = pause;
        this.told = told;
    }

    /** Takes up what an earlier life of this service left behind. */
    public void resume() {
        runs.unfinished().forEach(run -> {
            told.resumed(run);
            take(run);
        });
    }

    public void take(Run run) {
        worker.execute(() -> carry(run));
    }

    private void carry(Run run) {
        try {
            Run now = carryOut.carry(run);
            if (now.state().isEnd()) {
                told.ended(now);
            } else {
                later(now, Objects.requireNonNullElse(now.fault(), "it was interrupted"));
            }
        } catch (Runs.Away storeAway) {
            later(run, storeAway.getMessage());
        }
    }

    private void later(Run run, String reason) {
        if (!worker.isShutdown()) {
            told.waits(run, reason);
            worker.schedule(() -> carry(run), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Breaks off; what was finished is not done again. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears what becomes of runs. */
    public interface Told {

        /** It was left behind by an earlier life of this service. */
        void resumed(Run run);

        void ended(Run run);

        void waits(Run run, String reason);
    }
}
