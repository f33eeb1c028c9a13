package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Run;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run after the other: a host belongs to one run at a time, whatever campaigns it is in. */
public class RunQueue implements AutoCloseable {

    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final CarryOut carryOut;
    private final Runs runs;
    private final Duration pause;
    private final Told told;
    private final Map<String, String> cancelled = new ConcurrentHashMap<>();
    private @Nullable Carried carried;
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

    /**
     * Ends a run: at once when it waits, soon when it is carried out.
     *
     * @param by who wants that
     * @throws Runs.Away when the store does not answer
     */
    public synchronized void cancel(Run run, String by) {
        Carried now = carried;
        if (now != null && now.run().equals(run.id())) {
            cancelled.put(run.id(), by);
            now.by().interrupt();
        } else {
            carryOut.cancel(run, by).ifPresent(told::ended);
            cancelled.put(run.id(), by);
        }
    }

    public void take(Run run) {
        worker.execute(() -> carry(run));
    }

    private void carry(Run run) {
        try {
            Optional<Run> now = begins(run) ? carriedOut(run) : Optional.empty();
            if (now.isEmpty()) {
                breakOff(run);
            } else if (now.get().state().isEnd()) {
                told.ended(now.get());
            } else {
                later(now.get(), Objects.requireNonNullElse(now.get().fault(), "it was interrupted"));
            }
        } catch (Runs.Away storeAway) {
            later(run, String.valueOf(storeAway.getMessage()));
        }
    }

    private synchronized boolean begins(Run run) {
        if (cancelled.containsKey(run.id())) {
            return false;
        }
        carried = new Carried(run.id(), Thread.currentThread());
        return true;
    }

    /** Empty when somebody cancelled it meanwhile. */
    private Optional<Run> carriedOut(Run run) {
        try {
            Run now = carryOut.carry(run);
            return endsAsCancelled(run) && now.state() != Run.State.DONE ? Optional.empty() : Optional.of(now);
        } catch (Runs.Away away) {
            if (endsAsCancelled(run)) {
                return Optional.empty();
            }
            throw away;
        }
    }

    /** Nobody interrupts it any more; what a cancellation interrupted is over. */
    private synchronized boolean endsAsCancelled(Run run) {
        carried = null;
        if (cancelled.containsKey(run.id())) {
            Thread.interrupted();
            return true;
        }
        return false;
    }

    private void breakOff(Run run) {
        carryOut.cancel(run, Objects.requireNonNull(cancelled.get(run.id()))).ifPresent(told::ended);
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

    private record Carried(String run, Thread by) {}

    /** Hears what becomes of runs. */
    public interface Told {

        /** It was left behind by an earlier life of this service. */
        void resumed(Run run);

        void ended(Run run);

        void waits(Run run, String reason);
    }
}
