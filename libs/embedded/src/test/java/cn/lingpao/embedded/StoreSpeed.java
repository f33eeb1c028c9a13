package cn.lingpao.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;

/** Measures a store: {@code library}, {@code durable} or a connection string. */
final class StoreSpeed {

    private static final int DOCUMENTS = 20_000;
    private static final int GUARDED = 4_000;
    private static final int BULK = 200;
    private static final int CLIENTS = 8;

    private StoreSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("store-speed");
        switch (arguments[0]) {
            case "library" -> {
                var server = new MongoServer(
                        new H2Backend(folder.resolve("documents.mv").toString()));
                server.bind(new InetSocketAddress("127.0.0.1", 0));
                measure(server.getConnectionString());
                server.shutdownNow();
            }
            case "durable" -> {
                try (var store = EmbeddedStore.start(folder, 0)) {
                    measure(store.uri());
                }
            }
            default -> measure(arguments[0]);
        }
        Path file = folder.resolve("documents.mv");
        System.out.printf("%-28s %8.1f MB%n", "file", Files.exists(file) ? Files.size(file) / 1e6 : 0);
        System.exit(0);
    }

    private static void measure(String uri) throws Exception {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("speed").drop();
            var cells = client.getDatabase("speed").getCollection("cells");
            cells.createIndex(Indexes.ascending("target"));
            run("single upserts/s", DOCUMENTS, i -> upsert(cells, i));
            run("guarded updates/s", GUARDED, i -> guarded(cells, i * 4));
            run("bulk upserts/s (200 a call)", DOCUMENTS / BULK, BULK, i -> bulk(cells, i));
            run("reads by id/s", DOCUMENTS, i -> cells.find(Filters.eq("_id", "cell-" + i))
                    .first());
            run("reads by indexed field/s", 500, i -> cells.find(Filters.eq("target", i))
                    .into(new ArrayList<>()));
        }
    }

    private static void upsert(MongoCollection<Document> cells, int i) {
        cells.updateOne(Filters.eq("_id", "cell-" + i), content(i), new UpdateOptions().upsert(true));
    }

    private static void guarded(MongoCollection<Document> cells, int i) {
        cells.updateOne(
                Filters.and(Filters.eq("_id", "cell-" + i), Filters.eq("version", 0)), Updates.inc("version", 1));
    }

    private static void bulk(MongoCollection<Document> cells, int call) {
        cells.bulkWrite(IntStream.range(call * BULK, (call + 1) * BULK)
                .mapToObj(i -> new UpdateOneModel<Document>(
                        Filters.eq("_id", "cell-" + i), content(i + 1), new UpdateOptions().upsert(true)))
                .toList());
    }

    private static org.bson.conversions.Bson content(int i) {
        return Updates.combine(
                Updates.set("target", i % 500),
                Updates.set("value", "MET"),
                Updates.set(
                        "evidence",
                        List.of(new Document("url", "https://example.org/" + i).append("note", "x".repeat(200)))),
                Updates.setOnInsert("version", 0));
    }

    private static void run(String name, int calls, IntConsumer call) throws Exception {
        run(name, calls, 1, call);
    }

    private static void run(String name, int calls, int each, IntConsumer call) throws Exception {
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var done = IntStream.range(0, calls)
                    .mapToObj(i -> threads.submit(() -> call.accept(i)))
                    .toList();
            for (var one : done) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-28s %8.0f%n", name, calls * each / seconds);
    }
}
