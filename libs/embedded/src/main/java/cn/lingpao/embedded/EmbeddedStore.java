package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * A document store that speaks MongoDB's wire protocol, in this process, its data kept in one file.
 *
 * <p>A write is in the file before it is acknowledged: a killed process loses nothing it answered for.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final int CONNECTION_THREADS = 32;
    private static final int CACHE_MB = 8;
    private static final int PAGE_BYTES = 4096;
    private static final int RETENTION_MS = 1000;
    private static final int LIVE_SHARE_WANTED = 60;
    private static final int COMPACTED_AT_ONCE = 4 << 20;

    private final MongoServer server;
    private final ScheduledExecutorService housekeeping;

    private EmbeddedStore(MongoServer server, ScheduledExecutorService housekeeping) {
        this.server = server;
        this.housekeeping = housekeeping;
    }

    /**
     * Opens the store of a folder and listens on the loopback interface.
     *
     * @param port the port, 0 for a free one
     */
    public static EmbeddedStore start(Path folder, int port) {
        MVStore store = open(folder);
        try {
            var commit = new GroupCommit(store);
            var server = new MongoServer(new DurableBackend(store, commit));
            server.bind(new InetSocketAddress(Ports.LOOPBACK, port), 1, CONNECTION_THREADS);
            return new EmbeddedStore(server, housekeeping(store, commit));
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://" + Ports.LOOPBACK + ":" + server.getLocalAddress().getPort();
    }

    @Override
    public void close() {
        housekeeping.close();
        server.shutdownNow();
    }

    private static MVStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MVStore store = new MVStore.Builder()
                .fileName(folder.resolve("documents.mv").toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MB)
                .pageSplitSize(PAGE_BYTES)
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(RETENTION_MS);
        return store;
    }

    /** Every commit appends; now and then what is still alive of old chunks is written anew and their space used again. */
    private static ScheduledExecutorService housekeeping(MVStore store, GroupCommit commit) {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("store-housekeeping").factory());
        executor.scheduleWithFixedDelay(
                () -> commit.alone(() -> {
                    if (!store.isClosed() && store.compact(LIVE_SHARE_WANTED, COMPACTED_AT_ONCE)) {
                        store.commit();
                    }
                }),
                1,
                1,
                TimeUnit.SECONDS);
        return executor;
    }
}
