package cn.lingpao.inspection.browser;

import java.util.concurrent.Callable;

/** How long somebody's work stood in line for a browser; that is no fault of the work, and its bounds leave it out. */
public final class Waiting {

    private static final ScopedValue<Waiting> CURRENT = ScopedValue.newInstance();

    private long ended;
    private long since;
    private int inLine;

    /** Does the work; what it waits for a browser on this thread is counted here. */
    public <T> T around(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Nanoseconds spent in line so far, now included. */
    public synchronized long nanos() {
        return ended + (inLine > 0 ? System.nanoTime() - since : 0);
    }

    /** Stands in line, on behalf of whoever's work this thread does. */
    public static <T, E extends Exception> T inLine(Line<T, E> line) throws E {
        Waiting current = CURRENT.isBound() ? CURRENT.get() : new Waiting();
        current.begin();
        try {
            return line.take();
        } finally {
            current.end();
        }
    }

    /** What is waited for. */
    public interface Line<T, E extends Exception> {
        T take() throws E;
    }

    private synchronized void begin() {
        if (inLine++ == 0) {
            since = System.nanoTime();
        }
    }

    private synchronized void end() {
        if (--inLine == 0) {
            ended += System.nanoTime() - since;
        }
    }
}
