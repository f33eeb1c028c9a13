package cn.lingpao.datacollection.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class RecordsTest {

    private final MongoTemplate mongo;

    RecordsTest(Store store) {
        mongo = store.template();
    }

    @Test
    void a_document_that_is_missing_becomes_what_an_upsert_would_make() {
        Records records = new Records(mongo, "made");
        Map<String, Document> updates = Map.of(
                "plain", setOnInsert().append("$set", new Document("brought", true)),
                "members",
                        setOnInsert()
                                .append("$addToSet", new Document("targets", "a").append("cells", each("x", "y", "x"))),
                "paths",
                        setOnInsert()
                                .append(
                                        "$max",
                                        new Document("newest.one", new Document("at", 2)).append("newest.two.deep", 3)),
                "nothing", setOnInsert().append("$addToSet", new Document()));

        records.update(updates);
        records.update(updates);

        updates.forEach((id, update) -> {
            mongo.getCollection("upserted").updateOne(Filters.eq("_id", id), update, new UpdateOptions().upsert(true));
            assertThat(records.one(id))
                    .as(id)
                    .hasValue(mongo.getCollection("upserted")
                            .find(Filters.eq("_id", id))
                            .first());
        });
        assertThatThrownBy(() -> records.update(Map.of("other", new Document("$inc", new Document("count", 1)))))
                .hasMessageContaining("$inc");
    }

    @Test
    void a_document_that_is_there_is_changed_and_not_made_again() {
        Records records = new Records(mongo, "changed");
        records.update(Map.of("there", setOnInsert().append("$addToSet", new Document("cells", each("x")))));
        records.update(Map.of(
                "there",
                new Document("$setOnInsert", new Document("campaign", "another"))
                        .append("$addToSet", new Document("cells", each("y", "x")))
                        .append("$max", new Document("latest", 7)),
                "new",
                setOnInsert().append("$addToSet", new Document("cells", each("z")))));

        assertThat(records.one("there"))
                .hasValue(new Document("_id", "there")
                        .append("campaign", "c")
                        .append("cells", List.of("x", "y"))
                        .append("latest", 7));
        assertThat(records.one("new").orElseThrow().getList("cells", String.class))
                .containsExactly("z");
    }

    @Test
    void what_two_make_at_the_same_time_has_what_both_said() throws Exception {
        Records records = new Records(mongo, "raced");
        int writers = 4;
        CyclicBarrier start = new CyclicBarrier(writers);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<Void>> ends = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String member = "writer-" + writer;
                Callable<Void> work = () -> {
                    for (int round = 0; round < 20; round++) {
                        start.await();
                        records.update(named(round, member));
                    }
                    return null;
                };
                ends.add(threads.submit(work));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
        }

        List<Document> made = records.all(Filters.eq("campaign", "c"));
        assertThat(made).hasSize(20 * 30).allSatisfy(document -> assertThat(document.getList("cells", String.class))
                .containsExactlyInAnyOrder("writer-0", "writer-1", "writer-2", "writer-3"));
    }

    private static Map<String, Document> named(int round, String member) {
        Map<String, Document> updates = new HashMap<>();
        IntStream.range(0, 30)
                .forEach(number -> updates.put(
                        round + "/" + number, setOnInsert().append("$addToSet", new Document("cells", each(member)))));
        return updates;
    }

    private static Document setOnInsert() {
        return new Document("$setOnInsert", new Document("campaign", "c"));
    }

    private static Document each(String... members) {
        return new Document("$each", List.of(members));
    }
}
