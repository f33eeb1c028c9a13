package cn.lingpao.inspection.web;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The moment at which a capture ends, whatever the other side does: the socket it guards is closed then. */
final class Deadline {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());

    private final long ends;
    private final Duration within;
    private volatile boolean struck;

    private Deadline(Duration within) {
        this.within = within;
        this.ends = System.nanoTime() + within.toNanos();
    }

    static Deadline in(Duration within) {
        return new Deadline(within);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, ends - System.nanoTime()));
    }

    /** Whether it is over, or has ended something. */
    boolean isOver() {
        return struck || left().isZero();
    }

    Duration within() {
        return within;
    }

    /** Closes the socket when the time is over; cancel the answer when the work is done. */
    ScheduledFuture<?> guard(Socket socket) {
        return WATCH.schedule(
                () -> {
                    struck = true;
                    closeQuietly(socket);
                },
                left().toNanos(),
                TimeUnit.NANOSECONDS);
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // it is closed, which is what was wanted
        }
    }
}
