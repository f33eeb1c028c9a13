package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same replay on a real MongoDB that is killed on the way. {@code LINGPAO_MONGOD} names the tool that starts one:
 * {@code start DIR PORT} prints its connection string, {@code kill DIR} and {@code stop DIR} end it.
 */
class RealStoreReplayIT {

    private static final Path NOT_RUN = Path.of("target", "store-kits", "RealStoreReplayIT.mongodb.not-run");

    @Test
    void a_mongodb_killed_in_the_middle_loses_and_doubles_nothing(@TempDir Path folder) throws Exception {
        String tool = toolOrAbort();
        Path store = folder.resolve("mongo");
        int port = freePort();
        String uri = run(tool, "start", store.toString(), String.valueOf(port));
        try (Platform platform = Platform.start(folder.resolve("data"), Map.of("MONGODB_URI", uri))) {
            CompletableFuture<Platform.Said> replay =
                    CompletableFuture.supplyAsync(() -> platform.replay("godi-2015", folder.resolve("work")));
            await().atMost(Duration.ofMinutes(2)).until(() -> replay.isDone() || observations(uri) > 1_000);
            assertThat(replay).isNotDone();
            run(tool, "kill", store.toString());
            run(tool, "start", store.toString(), String.valueOf(port));

            Platform.Said said = replay.get(5, TimeUnit.MINUTES);

            assertThat(said.out()).contains("entry scores 1586/1586, scores 122/122, ranks 122/122");
            assertThat(said.exit()).isZero();
            assertThat(observations(uri)).isEqualTo(14_274);
            assertThat(databases(uri))
                    .contains(
                            "target_registry",
                            "data_collection",
                            "evidence_review",
                            "scoring",
                            "case_submission",
                            "publication");
            assertThat(platform.data().resolve("store")).doesNotExist();
        } finally {
            run(tool, "stop", store.toString());
        }
    }

    private static String toolOrAbort() throws IOException {
        String tool = System.getenv("LINGPAO_MONGOD");
        if (tool == null) {
            Files.createDirectories(NOT_RUN.getParent());
            Files.writeString(NOT_RUN, "");
        }
        Assumptions.assumeTrue(tool != null, "LINGPAO_MONGOD is not set: no MongoDB that may be killed");
        Files.deleteIfExists(NOT_RUN);
        return tool;
    }

    private static long observations(String uri) {
        try (MongoClient client = MongoClients.create(uri + "&serverSelectionTimeoutMS=2000")) {
            return client.getDatabase("data_collection")
                    .getCollection("observations")
                    .countDocuments();
        }
    }

    private static List<String> databases(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().reduce((first, last) -> last).orElse("");
    }
}
