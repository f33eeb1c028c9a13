package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in which documents lie by their id, as earlier versions wrote them. */
class EarlierFileTest {

    private static final String ARRANGED = "byArrival";

    @TempDir
    Path folder;

    @Test
    void documents_that_lie_by_their_id_are_found_changed_and_added_to() {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            cells(client).createIndex(Indexes.ascending("target"));
            cells(client).insertMany(documents(0, 300));
        }
        layByIds();

        for (int start = 0; start < 2; start++) {
            try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                    MongoClient client = MongoClients.create(store.uri())) {
                assertThat(cells(client).countDocuments()).isEqualTo(300 + start);
                assertThat(cells(client).countDocuments(Filters.eq("target", 7)))
                        .isEqualTo(30);
                assertThat(cells(client)
                                .updateOne(Filters.eq("_id", 7L), Updates.inc("changed", 1))
                                .getModifiedCount())
                        .isOne();
                cells(client).insertMany(documents(300 + start, 301 + start));
                assertThatThrownBy(() -> cells(client).insertOne(new Document("_id", 5L)))
                        .isInstanceOf(MongoWriteException.class);
                assertThat(cells(client).find(Filters.eq("_id", 7L)).first()).containsEntry("changed", start + 1);
            }
        }
    }

    private void layByIds() {
        try (MVStore store = MVStore.open(folder.resolve("documents.mv").toString())) {
            for (String name : List.copyOf(store.getMapNames())) {
                if (name.startsWith("databases.")) {
                    layByIds(store, name.substring("databases.".length()));
                }
            }
        }
    }

    private static void layByIds(MVStore store, String name) {
        MVMap<Object, de.bwaldvogel.mongo.bson.Document> documents = open(store, "databases." + name);
        MVMap<Object, de.bwaldvogel.mongo.bson.Document> byId = open(store, "earlier");
        documents.forEach(
                (position, document) -> byId.put(document.getOrDefault("_id", "unnamed " + position), document));
        store.removeMap(documents);
        store.renameMap(byId, "databases." + name);
        store.openMap("meta." + name).remove(ARRANGED);
    }

    private static MVMap<Object, de.bwaldvogel.mongo.bson.Document> open(MVStore store, String name) {
        return store.openMap(
                name, new MVMap.Builder<Object, de.bwaldvogel.mongo.bson.Document>().valueType(new BsonDocuments()));
    }

    private static MongoCollection<Document> cells(MongoClient client) {
        return client.getDatabase("test").getCollection("cells");
    }

    /** Ids are numbers, as places in the file are. */
    private static List<Document> documents(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Document("_id", (long) i).append("target", i % 10))
                .toList();
    }
}
