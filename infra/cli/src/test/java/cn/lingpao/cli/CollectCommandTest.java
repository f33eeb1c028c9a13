package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {

    @TempDir
    Path folder;

    private final List<String> visited = new CopyOnWriteArrayList<>();
    private HttpServer site;

    @BeforeEach
    void serve() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        site.createContext("/", exchange -> {
            visited.add(exchange.getRequestURI().toString());
            byte[] page = "<title>县政府</title><a href='/xw/'>新闻</a>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    private String home() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }

    private Said collect(String targets, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("targets.csv"), targets);
        List<String> words = new java.util.ArrayList<>(List.of(
                "collect",
                "--targets",
                file.toString(),
                "--output",
                out().toString(),
                "--delay",
                "0",
                "--no-browser",
                "--check",
                "footer",
                "--set",
                "footer.second-look-seconds=0"));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> verdicts() throws IOException {
        return Files.readAllLines(out().resolve("verdicts.csv"));
    }

    @Test
    void every_channel_gets_a_row_with_its_evidence() throws IOException {
        Said said = collect(
                "id,channels\na,portal=" + home() + "|service-platform=" + home() + "\n",
                "--allow-network",
                "127.0.0.0/8");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("2 verdicts: ");
        assertThat(verdicts()).hasSize(3).first().isEqualTo("target,channel,check,verdict,cause,reading,evidence");
        assertThat(verdicts().get(1)).startsWith("a,portal,footer,NOT_MET,,").matches(".*,[0-9a-f]{64}");
        assertThat(verdicts().get(2)).startsWith("a,service-platform,footer,NOT_MET,,");
        assertThat(out().resolve("collection.warc.gz")).isNotEmptyFile();
    }

    @Test
    void an_internal_address_is_not_visited_unless_its_range_is_opened() throws IOException {
        Said said = collect("target,url\na," + home() + "\n");

        assertThat(said.exit()).isZero();
        assertThat(verdicts().get(1)).startsWith("a,portal,footer,UNDETERMINED,internal-address,");
        assertThat(visited).isEmpty();
    }

    @Test
    void finished_work_is_not_done_again() throws IOException {
        String targets = "target,url\na," + home() + "\n";
        collect(targets, "--allow-network", "127.0.0.0/8");
        List<String> first = verdicts();
        int visits = visited.size();

        Said again = collect(targets, "--allow-network", "127.0.0.0/8");

        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("1 of 1 are finished and not done again");
        assertThat(visited).hasSize(visits);
        assertThat(verdicts()).isEqualTo(first);
    }

    @Test
    void bad_rows_are_named_and_the_others_collected() throws IOException {
        Said said = collect(
                "id,url,colour\na," + home() + ",red\n,http://x.example/,\nb,ftp://b.example/,\nc,\n",
                "--allow-network",
                "127.0.0.0/8");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains("columns not used: colour")
                .contains("line 3: no target id")
                .contains("line 4: b portal: 'ftp://b.example/' is not an http or https address")
                .contains("line 5: c has no channel");
        assertThat(verdicts()).hasSize(3);
        assertThat(verdicts().get(2)).startsWith("b,portal,footer,UNDETERMINED,not-tried,");
    }

    @Test
    void what_cannot_be_begun_is_a_sentence() throws IOException {
        assertThat(Said.by("collect", "--targets", folder.resolve("none.csv").toString(), "--output", "o")
                        .err())
                .startsWith("there is no file ");
        assertThat(collect("name\nx\n").err()).contains("neither a column 'id' nor 'target'");
        assertThat(collect("id,url\n").err()).contains("there is nothing to collect");
        Files.writeString(folder.resolve("out"), "a file");
        assertThat(collect("id,url\na," + home() + "\n").err()).contains("is a file, not a folder");
    }
}
