package cn.lingpao.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes a write durable before it is answered: whoever comes first commits for everybody who wrote meanwhile.
 *
 * <p>Writes share a lock, a commit has it alone; so what is on disk is always the state between two commands.
 */
final class GroupCommit {

    private final MVStore store;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong written = new AtomicLong();
    private volatile long durable;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Runs a command that may write and returns when whatever it wrote is in the file, also when it fails half-way. */
    <T> T write(Supplier<T> command) {
        long ticket = 0;
        try {
            commands.readLock().lock();
            try {
                return command.get();
            } finally {
                ticket = written.incrementAndGet();
                commands.readLock().unlock();
            }
        } finally {
            await(ticket);
        }
    }

    /** Runs work on the store's file while no command writes. */
    void alone(Runnable work) {
        commands.writeLock().lock();
        try {
            work.run();
        } finally {
            commands.writeLock().unlock();
        }
    }

    private void await(long ticket) {
        if (durable >= ticket) {
            return;
        }
        turn.lock();
        try {
            if (durable < ticket) {
                alone(this::commit);
            }
        } finally {
            turn.unlock();
        }
    }

    private void commit() {
        long upTo = written.get();
        if (store.hasUnsavedChanges()) {
            store.commit();
        }
        durable = upTo;
    }
}
