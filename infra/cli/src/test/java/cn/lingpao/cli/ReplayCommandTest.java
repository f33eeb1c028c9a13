package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    @TempDir
    Path samples;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    private Said replay(String name) {
        return gateway.lingpao("replay", name, "--samples", samples.toString(), "--work", samples.toString());
    }

    private void sample(String name, String script) throws IOException {
        Path folder = Files.createDirectories(samples.resolve(name));
        Files.writeString(folder.resolve("replay"), script);
        Files.writeString(folder.resolve("c.yml"), "id: c\n");
    }

    @Test
    void runs_the_lines_in_order_against_the_same_platform_and_ends_with_the_link() throws IOException {
        sample("one", "# a comment\n\nframework publish ${sample}/c.yml\ncampaign open ${sample}/c.yml\n");
        gateway.on("POST /frameworks", 201, "{\"framework\":{\"ref\":\"f@1\",\"hash\":\"ab\"}}")
                .on("POST /campaigns", 201, "{\"campaign\":{\"id\":\"c\"}}");

        Said said = replay("one");

        String file = samples.resolve("one").resolve("c.yml").toString();
        assertThat(said.exit()).isZero();
        assertThat(said.out().lines())
                .containsExactly(
                        "$ lingpao framework publish " + file,
                        "framework f@1 published: sha256 ab",
                        "$ lingpao campaign open " + file,
                        "campaign c opened",
                        "results: " + gateway.url() + "/results/one");
    }

    @Test
    void stops_at_the_first_command_that_fails() throws IOException {
        sample("one", "framework publish ${sample}/c.yml\ncampaign open ${sample}/c.yml\n");
        gateway.on("POST /frameworks", 409, "{\"detail\":\"published with other content\"}");

        Said said = replay("one");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualToIgnoringNewLines("refused (409): published with other content");
        assertThat(said.out()).doesNotContain("campaign open").doesNotContain("results");
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void hands_its_patience_on() throws IOException {
        sample("one", "campaign status c\n");
        gateway.on("GET /campaigns/c/observations/progress", 503, "");

        assertThat(replay("one").err()).contains("waiting up to 1 s");
    }

    @Test
    void a_word_that_is_no_command_stops_it_as_wrong_usage() throws IOException {
        sample("one", "framework polish ${sample}/c.yml\n");

        assertThat(replay("one").exit()).isEqualTo(2);
    }

    @Test
    void an_unknown_sample_names_those_that_there_are() throws IOException {
        sample("one", "");
        sample("two", "");
        Files.createDirectories(samples.resolve("no-script"));

        Said said = replay("three");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .isEqualToIgnoringNewLines("there is no sample 'three' in " + samples + "; there are: one, two");
    }
}
