package cn.lingpao.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/** The process to be killed: writes in every way a service does and prints what was acknowledged. */
final class AcknowledgedWrites {

    private static final int WRITERS = 4;
    private static final String FILLER = "x".repeat(300);

    private AcknowledgedWrites() {}

    public static void main(String[] arguments) {
        int round = Integer.parseInt(arguments[1]);
        var store = EmbeddedStore.start(Path.of(arguments[0]), 0);
        var client = MongoClients.create(store.uri());
        var collection = client.getDatabase("killed").getCollection("documents");
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "r" + round + "w" + writer;
            Thread.ofPlatform().start(() -> write(collection, name));
        }
    }

    private static void write(MongoCollection<Document> collection, String writer) {
        for (int i = 0; ; i++) {
            String id = writer + "-" + i;
            switch (i % 4) {
                case 0 ->
                    collection.insertOne(new Document("_id", id).append("n", i).append("filler", FILLER));
                case 1 ->
                    collection.updateOne(
                            Filters.eq("_id", id),
                            Updates.combine(Updates.set("n", i), Updates.set("filler", FILLER)),
                            new UpdateOptions().upsert(true));
                case 2 ->
                    collection.findOneAndUpdate(
                            Filters.eq("_id", id), Updates.set("n", i), new FindOneAndUpdateOptions().upsert(true));
                default ->
                    collection.bulkWrite(List.of(
                            new InsertOneModel<>(new Document("_id", id).append("n", -1)),
                            new UpdateOneModel<>(Filters.eq("_id", id), Updates.set("n", i))));
            }
            collection.updateOne(Filters.eq("_id", writer), Updates.set("last", i), new UpdateOptions().upsert(true));
            synchronized (System.out) {
                System.out.println(writer + " " + i);
            }
        }
    }
}
