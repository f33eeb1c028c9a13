package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver refuses a reply of more than 48 MB, whatever it asked for. */
class LargeAnswersTest {

    private static final int MEGABYTE = 1 << 20;

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
    void an_answer_of_sixty_megabytes_comes_in_replies_that_the_driver_takes() {
        IntStream.range(0, 60).forEach(i -> large().insertOne(
                        new Document("_id", i).append("bytes", new Binary(new byte[MEGABYTE]))));
        assertThat(ids(0)).hasSize(60);
        assertThat(ids(1_000)).hasSize(60);
    }

    @Test
    void a_first_reply_without_a_size_holds_a_hundred_and_one() {
        large().insertMany(documents(250));

        Document reply = client.getDatabase("test").runCommand(new Document("find", "large"));

        Document cursor = reply.get("cursor", Document.class);
        assertThat(cursor.getList("firstBatch", Document.class)).hasSize(101);
        Document more = client.getDatabase("test")
                .runCommand(new Document("getMore", cursor.getLong("id")).append("collection", "large"));
        assertThat(more.get("cursor", Document.class).getList("nextBatch", Document.class))
                .hasSize(149);
        assertThat(more.get("cursor", Document.class).getLong("id")).isZero();
    }

    @Test
    void every_document_is_answered_once_and_in_order_of_arrival() {
        large().insertMany(documents(1_000).reversed());
        assertThat(large().find().map(each -> each.getInteger("_id")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1_000).boxed().toList().reversed());
    }

    @Test
    void an_aggregation_counts_every_document_once_over_all_parts() {
        large().insertMany(documents(2_500));
        large().deleteMany(new Document("_id", new Document("$gte", 900).append("$lt", 2_100)));
        assertThat(large().countDocuments(new Document("_id", new Document("$gte", 0))))
                .isEqualTo(1_300);
    }

    @Test
    void deleting_and_updating_many_reaches_all_of_them() {
        large().insertMany(documents(500));
        assertThat(large().updateMany(new Document(), new Document("$set", new Document("seen", true)))
                        .getModifiedCount())
                .isEqualTo(500);
        assertThat(large().deleteMany(new Document("seen", true)).getDeletedCount())
                .isEqualTo(500);
    }

    private HashSet<Integer> ids(int batchSize) {
        return large().find()
                .batchSize(batchSize)
                .map(each -> each.getInteger("_id"))
                .into(new HashSet<>());
    }

    private MongoCollection<Document> large() {
        return client.getDatabase("test").getCollection("large");
    }

    private static List<Document> documents(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Document("_id", i)).toList();
    }
}
