package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** A document store that speaks MongoDB's wire protocol, in this process, its data kept in one file. */
public final class EmbeddedStore implements AutoCloseable {

    private static final int WORKERS = 32;

    private final MongoServer server;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
    }

    /**
     * Opens the store of a folder and listens on the loopback interface.
     *
     * @param port the port, 0 for a free one
     */
    public static EmbeddedStore start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var store = new MVStore.Builder()
                .fileName(folder.resolve("documents.mv").toString())
                .open();
        var server = new MongoServer(new H2Backend(store));
        server.bind(new InetSocketAddress(Ports.LOOPBACK, port), 1, WORKERS);
        return new EmbeddedStore(server);
    }

    /** The connection string, without a database. */
    public String uri() {
        var address = server.getLocalAddress();
        return "mongodb://" + Ports.LOOPBACK + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
