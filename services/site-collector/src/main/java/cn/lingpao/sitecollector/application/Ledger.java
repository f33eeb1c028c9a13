package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Run;
import cn.lingpao.sitecollector.domain.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Keeps the record of a run that is carried out; progress is written once a second, and at each hundredth. */
final class Ledger implements Visits.Watcher {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Runs runs;
    private final Clock clock;
    private Run run;
    private Instant written = Instant.MIN;
    private boolean closed;

    Ledger(Runs runs, Clock clock, Run run) {
        this.runs = runs;
        this.clock = clock;
        this.run = run;
    }

    synchronized Run now() {
        return run;
    }

    synchronized Run write(UnaryOperator<Run> change) {
        run = change.apply(run);
        runs.save(run);
        written = clock.instant();
        return run;
    }

    /** Writes down that nobody wants the run any more; false when it has ended. */
    synchronized boolean cancel(String by) {
        if (run.state().isEnd()) {
            return false;
        }
        if (!isCancelled()) {
            Run cancelling = run.cancelling(by);
            runs.save(cancelling);
            run = cancelling;
        }
        return true;
    }

    synchronized boolean isCancelled() {
        return run.state() == Run.State.CANCELLING;
    }

    /** Hears nothing more of visits that were broken off. */
    synchronized void close() {
        closed = true;
    }

    @Override
    public synchronized void started(int cells, int finished) {
        write(now -> now.collecting(Tally.started(cells, finished)));
    }

    @Override
    public synchronized void decided() {
        if (closed) {
            return;
        }
        int before = hundredth();
        run = run.collecting(run.tally().oneMore());
        if (hundredth() > before || written.plus(PAUSE).isBefore(clock.instant())) {
            write(now -> now);
        }
    }

    @Override
    public synchronized void noticed(String sentence) {
        write(now -> now.noticing(sentence));
    }

    private int hundredth() {
        return run.tally().finished() * 100 / Math.max(1, run.tally().cells());
    }
}
