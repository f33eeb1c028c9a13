package cn.lingpao.testsupport;

import cn.lingpao.embedded.EmbeddedStore;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.UuidRepresentation;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The document stores tests run on: the embedded one always, and a real MongoDB replica set, which is the one
 * {@code MONGODB_URI} names or a container where a Docker engine answers.
 */
public final class Stores {

    private static final String IMAGE = "mongo:8.0";
    private static final int LONGEST_NAME = 30;

    private Stores() {}

    /** A fresh database for the calling test class on each store there is. */
    public static List<Store> available() {
        return availableTo(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass());
    }

    /** A fresh database on the embedded store, for tests that need just any. */
    public static Store embedded(Class<?> kit) {
        return new Store(Store.EMBEDDED, Embedded.SERVER.uri(), name(kit), null, Embedded.SERVER.client());
    }

    static List<Store> availableTo(Class<?> kit) {
        var stores = new ArrayList<Store>();
        stores.add(fresh(Store.EMBEDDED, Embedded.SERVER, kit));
        Real.SERVER.ifPresentOrElse(
                server -> stores.add(fresh(Store.MONGODB, server, kit)), () -> StoreKits.didNotRun(kit, Store.MONGODB));
        return stores;
    }

    private static Store fresh(String name, Server server, Class<?> kit) {
        return new Store(name, server.uri(), name(kit), kit, server.client());
    }

    private static String name(Class<?> kit) {
        String prefix = kit.getSimpleName().toLowerCase(Locale.ROOT);
        return prefix.substring(0, Math.min(prefix.length(), LONGEST_NAME))
                + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private record Server(String uri, MongoClient client) {

        static Server at(String uri) {
            var settings = MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(uri))
                    .uuidRepresentation(UuidRepresentation.STANDARD)
                    .build();
            return new Server(uri, MongoClients.create(settings));
        }
    }

    /** Started by the first test that asks, closed with the JVM. */
    private static final class Embedded {

        static final Server SERVER = start();

        private static Server start() {
            var folder = TemporaryFolder.create("store");
            var store = EmbeddedStore.start(folder, 0);
            var server = Server.at(store.uri());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.client().close();
                store.close();
                TemporaryFolder.delete(folder);
            }));
            return server;
        }
    }

    private static final class Real {

        static final Optional<Server> SERVER = find();

        private static Optional<Server> find() {
            String uri = System.getenv("MONGODB_URI");
            if (uri != null && !uri.isBlank()) {
                return Optional.of(Server.at(uri));
            }
            return DockerEngine.answers() ? Optional.of(Server.at(container())) : Optional.empty();
        }

        /** Stopped by Testcontainers when the JVM ends. */
        @SuppressWarnings("resource")
        private static String container() {
            var container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            return container.getConnectionString();
        }
    }
}
