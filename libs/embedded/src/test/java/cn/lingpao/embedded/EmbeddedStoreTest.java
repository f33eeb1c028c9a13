package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;

    @BeforeEach
    void open() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void documents_and_indexes_are_there_after_a_restart() {
        cells().createIndex(Indexes.ascending("campaign", "target"));
        cells().createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        cells().insertMany(cellsOf("one", 50));

        reopen();

        assertThat(cells().countDocuments(Filters.eq("campaign", "one"))).isEqualTo(50);
        assertThat(cells().listIndexes()).hasSize(3);
        assertThatThrownBy(() -> cells().insertOne(new Document("number", 7))).isInstanceOf(MongoWriteException.class);
    }

    @Test
    void thousands_of_documents_are_written_by_one_command() {
        List<String> commands = new CopyOnWriteArrayList<>();
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                commands.add(event.getCommandName());
            }
        };
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .addCommandListener(listener)
                .build();

        try (MongoClient listened = MongoClients.create(settings)) {
            listened.getDatabase("test").getCollection("cells").insertMany(cellsOf("many", 5_000));
        }

        assertThat(commands).containsOnlyOnce("insert");
        assertThat(cells().countDocuments(Filters.eq("campaign", "many"))).isEqualTo(5_000);
    }

    @Test
    void every_filter_finds_through_an_index_what_it_finds_without() {
        var plain = client.getDatabase("test").getCollection("plain");
        cells().createIndex(Indexes.ascending("campaign", "target"));
        cells().createIndex(Indexes.ascending("marks"));
        cells().createIndex(Indexes.ascending("outbox._id"), new IndexOptions().sparse(true));
        cells().createIndex(Indexes.ascending("at"));
        for (var collection : List.of(cells(), plain)) {
            collection.insertMany(cellsOf("one", 40));
            collection.insertMany(cellsOf("two", 40));
            collection.insertOne(new Document("_id", "bare"));
            collection.updateMany(Filters.lt("number", 5), Updates.push("outbox", new Document("_id", "e")));
            collection.updateOne(Filters.eq("_id", "one/3"), Updates.set("outbox", List.of()));
            collection.updateOne(Filters.eq("_id", "one/4"), Updates.unset("outbox"));
            collection.updateOne(Filters.eq("_id", "one/5"), Updates.set("target", "moved"));
            collection.deleteOne(Filters.eq("_id", "two/6"));
        }
        for (var filter : filters()) {
            assertThat(ids(cells(), filter)).as("%s", filter).isEqualTo(ids(plain, filter));
        }
    }

    @Test
    void a_range_of_ids_follows_what_is_added_and_removed() {
        var ofOne = Filters.and(Filters.gte("_id", "one/"), Filters.lt("_id", "one0"));
        cells().insertMany(cellsOf("one", 3));
        cells().insertMany(cellsOf("two", 3));
        assertThat(ids(cells(), ofOne)).containsExactly("one/0", "one/1", "one/2");

        cells().deleteOne(Filters.eq("_id", "one/1"));
        cells().insertOne(new Document("_id", "one/9"));

        assertThat(ids(cells(), ofOne)).containsExactly("one/0", "one/2", "one/9");
        assertThat(ids(cells(), Filters.in("_id", "one/1", "one/9", "two/0"))).containsExactly("one/9", "two/0");
    }

    @Test
    void a_guarded_update_reads_by_id_and_changes_only_the_expected_version() {
        cells().insertOne(new Document("_id", "a").append("version", 1));

        var stale =
                cells().updateOne(Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 0)), Updates.set("x", 1));
        var fresh = cells().updateOne(
                        Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 1)), Updates.inc("version", 1));

        assertThat(stale.getMatchedCount()).isZero();
        assertThat(fresh.getModifiedCount()).isOne();
    }

    @Test
    void ids_may_be_documents() {
        var id = new Document("campaign", "c").append("target", 3);
        cells().updateOne(Filters.eq("_id", id), Updates.set("x", 1), new UpdateOptions().upsert(true));
        cells().updateOne(Filters.eq("_id", id), Updates.set("x", 2), new UpdateOptions().upsert(true));
        reopen();
        assertThat(cells().find(Filters.eq("_id", id)).into(new ArrayList<>()))
                .singleElement()
                .extracting(document -> document.getInteger("x"))
                .isEqualTo(2);
    }

    @Test
    void concurrent_increments_all_count() throws Exception {
        cells().insertOne(new Document("_id", "counter").append("n", 0));
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Object> hundred = () -> {
                for (int i = 0; i < 100; i++) {
                    cells().findOneAndUpdate(
                                    Filters.eq("_id", "counter"),
                                    Updates.combine(Updates.inc("n", 1), Updates.push("log", i)),
                                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
                }
                return "";
            };
            for (var done : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> hundred).toList())) {
                done.get();
            }
        }
        var counter = cells().find().first();
        assertThat(counter).containsEntry("n", 800);
        assertThat(counter.getList("log", Integer.class)).hasSize(800);
    }

    @Test
    void a_health_check_finds_its_databases_and_a_primary() {
        cells().insertOne(new Document("_id", 1));
        assertThat(client.listDatabaseNames()).containsExactly("test");
        assertThat(client.getDatabase("test").runCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true);
    }

    private void reopen() {
        close();
        open();
    }

    private MongoCollection<Document> cells() {
        return client.getDatabase("test").getCollection("cells");
    }

    private static List<org.bson.conversions.Bson> filters() {
        return List.of(
                Filters.eq("campaign", "one"),
                Filters.and(Filters.eq("campaign", "one"), Filters.eq("target", "t7")),
                Filters.and(Filters.eq("campaign", "one"), Filters.in("target", "t7", "t8", "nobody", "moved")),
                Filters.and(Filters.eq("campaign", "two"), Filters.gte("target", "t3")),
                Filters.and(Filters.eq("campaign", "two"), Filters.gt("target", "t3"), Filters.lt("target", "t5")),
                Filters.eq("campaign", null),
                Filters.ne("campaign", "one"),
                Filters.regex("campaign", "^t"),
                Filters.eq("marks", "even"),
                Filters.all("marks", "even", "first"),
                Filters.in("marks", List.of("first", "odd")),
                Filters.exists("outbox._id"),
                Filters.exists("outbox._id", false),
                Filters.eq("outbox._id", "e"),
                Filters.and(Filters.gte("at", new java.util.Date(3000)), Filters.lt("at", new java.util.Date(9000))),
                Filters.in("_id", "one/1", "two/2", "three/3"),
                Filters.or(Filters.eq("_id", "one/1"), Filters.eq("target", "t9")),
                Filters.and(Filters.eq("_id", "one/1"), Filters.eq("campaign", "two")));
    }

    private static List<Object> ids(MongoCollection<Document> collection, org.bson.conversions.Bson filter) {
        return collection
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
    }

    private static List<Document> cellsOf(String campaign, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Document("_id", campaign + "/" + i)
                        .append("campaign", campaign)
                        .append("target", "t" + i)
                        .append("number", campaign.equals("one") ? i : 1000 + i)
                        .append("at", new java.util.Date(i * 1000L))
                        .append("marks", i == 0 ? List.of("first", "even") : List.of(i % 2 == 0 ? "even" : "odd")))
                .toList();
    }
}
