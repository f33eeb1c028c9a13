package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The Global Open Data Index 2015 goes through the whole chain and comes out as it was published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataIndexReplayIT {

    private static final String PUBLISHED = "entry scores 1586/1586, scores 122/122, ranks 122/122";
    private static final Path SAMPLE = Path.of("..", "samples", "godi-2015");

    @TempDir
    static Path folder;

    private Platform platform;

    @BeforeAll
    void replay_once_with_a_kill_in_the_middle() {
        platform = Platform.start(folder.resolve("data"), Map.of());
        CompletableFuture<Platform.Said> replay =
                CompletableFuture.supplyAsync(() -> platform.replay("godi-2015", folder.resolve("work")));
        killInTheMiddle(replay);
        platform.start();
        assertThat(replay.join().exit()).isZero();
    }

    /** The command line goes on when the platform is back: what was acknowledged is there, the rest is sent again. */
    private void killInTheMiddle(CompletableFuture<Platform.Said> replay) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> replay.isDone() || collected() > 2_000);
        assertThat(replay).isNotDone();
        platform.kill();
    }

    private long collected() {
        Platform.Said status = platform.lingpao("campaign", "status", "godi-2015", "--patience", "1");
        return status.exit() == 0 ? Long.parseLong(status.out().replaceAll("(?s)cells: (\\d+) .*", "$1")) : 0;
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void a_second_replay_finds_the_published_figures_and_changes_nothing() {
        Platform.Said second = platform.replay("godi-2015", folder.resolve("work"));

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out())
                .contains("framework godi-2015@1 unchanged")
                .contains("campaign godi-2015 unchanged")
                .contains("targets: 0 created, 0 updated, 122 unchanged, 0 rejected")
                .contains("observations: 0 accepted, 14274 repeated, 0 rejected")
                .contains("release 1 unchanged")
                .contains(PUBLISHED)
                .contains("/results/godi-2015");
    }

    @Test
    void a_wrong_published_table_fails() throws IOException {
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(
                wrong, Files.readString(SAMPLE.resolve("expected-places.csv")).replaceFirst("tw,78,1", "tw,77,1"));

        Platform.Said compared = platform.lingpao(
                "release",
                "compare",
                "godi-2015",
                "--list",
                "places",
                "--entries",
                SAMPLE.resolve("expected-entries.csv").toString(),
                "--places",
                wrong.toString());

        assertThat(compared.exit()).isEqualTo(1);
        assertThat(compared.out()).contains("scores 121/122");
        assertThat(compared.err()).contains("scores of tw: published 77, found 78");
    }
}
