package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Run;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> dropped = new HashSet<>();
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
     * Ends a run: at once when it waits, soon when it is carried out. It is written down first, so that a kill forgets nothing.
     *
     * @param by who wants that
     * @throws Runs.Away when the store does not answer; nothing has changed then
     */
    public synchronized void cancel(Run run, String by) {
        Carried now = carried;
        if (now == null || !now.run().equals(run.id())) {
            carryOut.cancel(run, by).ifPresent(ended -> {
                dropped.add(ended.id());
                told.ended(ended);
            });
        } else if (now.ledger().cancel(by)) {
            now.by().interrupt();
        }
    }

    public void take(Run run) {
        worker.execute(() -> carry(run));
    }

    private void carry(Run run) {
        try {
            if (run.state() == Run.State.CANCELLING) {
                told.ended(carryOut.end(run));
            } else {
                begin(run).ifPresent(this::carry);
            }
        } catch (Runs.Away storeAway) {
            later(run, String.valueOf(storeAway.getMessage()));
        }
    }

    /** Empty when somebody cancelled it while it waited. */
    private synchronized Optional<Ledger> begin(Run run) {
        if (dropped.remove(run.id())) {
            return Optional.empty();
        }
        Ledger ledger = carryOut.open(run);
        carried = new Carried(run.id(), Thread.currentThread(), ledger);
        return Optional.of(ledger);
    }

    private void carry(Ledger ledger) {
        try {
            carryOut.carry(ledger);
        } catch (Runs.Away storeAway) {
            letGo(ledger);
            later(ledger.now(), String.valueOf(storeAway.getMessage()));
            return;
        }
        letGo(ledger);
        Run now = ledger.now();
        if (now.state().isEnd()) {
            told.ended(now);
        } else if (now.state() == Run.State.CANCELLING) {
            carry(now);
        } else {
            later(now, Objects.requireNonNullElse(now.fault(), "it was interrupted"));
        }
    }

    /** Nobody interrupts it any more; what a cancellation interrupted is over. */
    private synchronized void letGo(Ledger ledger) {
        carried = null;
        if (ledger.isCancelled()) {
            Thread.interrupted();
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

    private record Carried(String run, Thread by, Ledger ledger) {}

    /** Hears what becomes of runs. */
    public interface Told {

        /** It was left behind by an earlier life of this service. */
        void resumed(Run run);

        void ended(Run run);

        void waits(Run run, String reason);
    }
}
