package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the short way makes of a document is what the library makes of it, which a filter of two fields goes to. */
class PlainUpdateTest {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;

    @BeforeEach
    void open() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        shortWay().createIndex(Indexes.ascending("kind"));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void thousands_of_updates_leave_the_same_documents_as_the_library_does() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            String id = "d" + random.nextInt(6);
            Bson update = update(random);
            UpdateResult one = shortWay().updateOne(Filters.eq("_id", id), update, UPSERT);
            UpdateResult other =
                    byLibrary().updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("all", 1)), update, UPSERT);
            assertThat(one.getMatchedCount()).isEqualTo(other.getMatchedCount());
            assertThat(one.getUpsertedId()).isEqualTo(other.getUpsertedId());
        }
        List<Document> expected = all(byLibrary());
        expected.forEach(document -> document.remove("all"));
        assertThat(all(shortWay())).isEqualTo(expected);
        assertThat(shortWay().countDocuments(Filters.eq("kind", "made"))).isEqualTo(expected.size());
    }

    @Test
    void what_was_read_before_stays_as_it_was() {
        shortWay()
                .insertMany(
                        IntStream.range(0, 300).mapToObj(PlainUpdateTest::cell).toList());
        var cursor = shortWay().find().batchSize(1).iterator();
        cursor.next();

        IntStream.range(0, 300)
                .forEach(i -> shortWay().updateOne(Filters.eq("_id", "c" + i), Updates.max("newest.a.age", 2)));

        cursor.forEachRemaining(document -> assertThat(document).isEqualTo(cell(document.getInteger("n"))));
        assertThat(shortWay().find().first().get("newest", Document.class).get("a", Document.class))
                .containsEntry("age", 2);
    }

    @Test
    void an_update_that_changes_nothing_says_so() {
        shortWay().insertOne(cell(1));
        UpdateResult result = shortWay().updateOne(Filters.eq("_id", "c1"), Updates.max("newest.a.age", 1));
        assertThat(result.getMatchedCount()).isOne();
        assertThat(result.getModifiedCount()).isZero();
    }

    @Test
    void paths_that_meet_and_paths_through_texts_are_refused_as_ever() {
        shortWay().insertOne(cell(1));
        Bson meet = Updates.combine(Updates.max("newest.a", 1), Updates.addToSet("newest.a.b", 1));
        assertThatThrownBy(() -> shortWay().updateOne(Filters.eq("_id", "c1"), meet))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> shortWay().updateOne(Filters.eq("_id", "c1"), Updates.max("kind.deeper", 1)))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> shortWay().updateOne(Filters.eq("_id", "c1"), Updates.addToSet("kind", "x")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(shortWay().find().first()).isEqualTo(cell(1));
    }

    private static Document cell(int number) {
        return new Document("_id", "c" + number)
                .append("n", number)
                .append("kind", "made")
                .append("newest", new Document("a", new Document("age", 1)));
    }

    private static Bson update(Random random) {
        List<Bson> parts = new ArrayList<>();
        parts.add(Updates.setOnInsert("kind", "made"));
        for (int cell = random.nextInt(5); cell > 0; cell--) {
            Date age = new Date(random.nextInt(20));
            parts.add(Updates.max(
                    "newest.p" + cell + "@" + random.nextInt(3),
                    new Document("age", age)
                            .append("number", random.nextInt(3) - 1.5)
                            .append("found", random.nextInt(4))));
            parts.add(Updates.max("latest." + cell, random.nextBoolean() ? age : random.nextInt(9)));
        }
        if (random.nextBoolean()) {
            parts.add(Updates.addEachToSet("cells", List.of(random.nextInt(9), "t" + random.nextInt(9), "t1", "t1")));
        }
        if (random.nextBoolean()) {
            parts.add(Updates.addToSet("targets.named", "t" + random.nextInt(9)));
        }
        return Updates.combine(parts);
    }

    private static List<Document> all(MongoCollection<Document> collection) {
        return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private MongoCollection<Document> shortWay() {
        return client.getDatabase("test").getCollection("short");
    }

    private MongoCollection<Document> byLibrary() {
        return client.getDatabase("test").getCollection("library");
    }
}
