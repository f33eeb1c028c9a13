package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTest {

    private static final int ROUNDS = 3;
    private static final int LINES_A_ROUND = 1200;

    @TempDir
    Path folder;

    @Test
    void a_killed_process_lost_nothing_it_acknowledged() throws Exception {
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            KilledProcess.run(AcknowledgedWrites.class, folder, round, LINES_A_ROUND + 137 * round, acknowledged);
            try (var store = EmbeddedStore.start(folder, 0);
                    var client = MongoClients.create(store.uri())) {
                var documents = client.getDatabase("killed").getCollection("documents");
                acknowledged.forEach((writer, last) -> everythingIsThere(documents, writer, last));
            }
        }
    }

    private static void everythingIsThere(MongoCollection<Document> documents, String writer, int last) {
        Document progress = documents.find(Filters.eq("_id", writer)).first();
        assertThat(progress).as(writer).isNotNull();
        assertThat(progress.getInteger("last")).as(writer).isGreaterThanOrEqualTo(last);
        for (int i = 0; i <= last; i++) {
            Document document =
                    documents.find(Filters.eq("_id", writer + "-" + i)).first();
            assertThat(document).as("%s-%d", writer, i).containsEntry("n", i);
        }
    }
}
