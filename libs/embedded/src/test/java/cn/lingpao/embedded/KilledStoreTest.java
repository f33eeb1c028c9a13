package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTest {

    private static final int ROUNDS = 4;
    private static final int ACKNOWLEDGED_A_ROUND = 1500;

    @TempDir
    Path folder;

    @Test
    void a_killed_process_lost_nothing_it_acknowledged() throws Exception {
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            writeAndKill(round, acknowledged);
            try (var store = EmbeddedStore.start(folder, 0);
                    var client = MongoClients.create(store.uri())) {
                var documents = client.getDatabase("killed").getCollection("documents");
                acknowledged.forEach((writer, last) -> everythingIsThere(documents, writer, last));
            }
        }
    }

    private void writeAndKill(int round, Map<String, Integer> acknowledged) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgedWrites.class.getName(),
                        folder.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < ACKNOWLEDGED_A_ROUND + 137 * round; i++) {
                note(lines.readLine(), acknowledged);
            }
            process.destroyForcibly();
            for (String line = lines.readLine(); line != null && line.matches("\\w+ \\d+"); line = lines.readLine()) {
                note(line, acknowledged);
            }
        } catch (IOException streamClosedByTheKill) {
            assertThat(process.waitFor()).isNotZero();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void note(String line, Map<String, Integer> acknowledged) {
        String[] words = line.split(" ");
        acknowledged.merge(words[0], Integer.parseInt(words[1]), Math::max);
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
