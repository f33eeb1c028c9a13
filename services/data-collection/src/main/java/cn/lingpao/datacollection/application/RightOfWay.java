package cn.lingpao.datacollection.application;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Batches go before the projection: what a collector waits for is the log, and the store may follow a little later. Who
 * follows waits while batches are being taken in, but never longer than his patience at a time, nor while he is too far
 * behind.
 */
public final class RightOfWay {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Duration patience;
    private final BooleanSupplier tooFarBehind;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int batches;

    /**
     * @param patience for how long the projection waits before it takes over its next records anyway
     * @param tooFarBehind whether so much waits for the store that it goes on at once
     */
    public RightOfWay(Duration patience, BooleanSupplier tooFarBehind) {
        this.patience = patience;
        this.tooFarBehind = tooFarBehind;
    }

    /** A batch that is being taken in; close it when it is answered. */
    interface Batch extends AutoCloseable {

        @Override
        void close();
    }

    Batch take() {
        count(1);
        return () -> count(-1);
    }

    private void count(int more) {
        lock.lock();
        try {
            batches += more;
            if (batches == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when no batch is being taken in, or when it is time to go on all the same. */
    void give() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (batches > 0 && left > 0 && !tooFarBehind.getAsBoolean()) {
                long look = Math.min(left, LOOK.toNanos());
                left -= look - Math.max(quiet.awaitNanos(look), 0);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
