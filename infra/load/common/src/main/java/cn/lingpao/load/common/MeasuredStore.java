package cn.lingpao.load.common;

import cn.lingpao.embedded.EmbeddedStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The store that everything in one run shares: the embedded one, in this process, or a MongoDB that somebody started. */
public final class MeasuredStore implements AutoCloseable {

    private final @Nullable EmbeddedStore embedded;
    private final String uri;
    private final MongoClient client;

    private MeasuredStore(@Nullable EmbeddedStore embedded, String uri) {
        this.embedded = embedded;
        this.uri = uri;
        this.client = MongoClients.create(uri);
    }

    /**
     * @param mongodb connection string of a MongoDB; null for the embedded store
     * @param folder where the embedded store keeps its file
     */
    public static MeasuredStore open(@Nullable String mongodb, Path folder) {
        if (mongodb != null) {
            return new MeasuredStore(null, mongodb);
        }
        EmbeddedStore store = EmbeddedStore.start(folder, 0);
        return new MeasuredStore(store, store.uri());
    }

    public String name() {
        return embedded == null ? "MongoDB" : "embedded";
    }

    public String uri() {
        return uri;
    }

    public MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
