package cn.lingpao.testsupport;

import com.mongodb.client.MongoClient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A database of its own for one test class, on one of the stores.
 *
 * @param name {@code embedded} or {@code mongodb}
 * @param uri the connection string, without a database
 * @param database the fresh database's name
 * @param kit the persistence kit whose run is noted for the build to check; null for a test that needs just any store
 * @param client a client of the store; it is shared and stays open
 */
public record Store(
        String name, String uri, String database, @Nullable Class<?> kit, MongoClient client) implements AutoCloseable {

    public static final String EMBEDDED = "embedded";
    public static final String MONGODB = "mongodb";

    /** A template of the database with the mapping's defaults. */
    public MongoTemplate template() {
        return new MongoTemplate(client, database);
    }

    /** Drops the database and notes that a kit ran here; JUnit calls it after the class. */
    @Override
    public void close() {
        client.getDatabase(database).drop();
        if (kit != null) {
            StoreKits.ran(kit, name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
