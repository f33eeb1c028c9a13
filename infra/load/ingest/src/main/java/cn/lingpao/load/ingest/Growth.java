package cn.lingpao.load.ingest;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How fast a collection grows once whoever writes it is warm. */
final class Growth {

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

    private Growth() {}

    /**
     * Documents a second between the warm-up and the end.
     *
     * @param warmUp documents that are not counted
     * @param goes whether whoever writes still does
     * @param done whether it has finished when all are there
     */
    static double rate(
            MongoCollection<?> collection, long warmUp, long all, BooleanSupplier goes, BooleanSupplier done) {
        await(collection, 1, System.nanoTime() + FIRST.toNanos(), goes);
        long end = System.nanoTime() + PATIENCE.toNanos();
        long first = await(collection, warmUp, end, goes);
        long start = System.nanoTime();
        await(collection, all, end, goes);
        while (!done.getAsBoolean()) {
            pause(end, goes);
        }
        return (all - first) / ((System.nanoTime() - start) / 1e9);
    }

    private static long await(MongoCollection<?> collection, long wanted, long end, BooleanSupplier goes) {
        long count = collection.estimatedDocumentCount();
        while (count < wanted) {
            pause(end, goes);
            count = collection.estimatedDocumentCount();
        }
        return count;
    }

    private static void pause(long end, BooleanSupplier goes) {
        if (System.nanoTime() > end || !goes.getAsBoolean()) {
            throw new IllegalStateException("nothing more arrives");
        }
        LockSupport.parkNanos(TICK);
    }
}
