package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkCommandsTest {

    private static final Path SHIPPED = Path.of("..", "samples", "cstc-2021", "framework.yml");

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void check_prints_the_shape_of_a_sound_framework_without_any_server() {
        Said said = Said.by("framework", "check", SHIPPED.toString());

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualToIgnoringNewLines("cstc-2021@1 6/17/45 (47 leaves)");
        assertThat(said.exit()).isZero();
    }

    @Test
    void check_prints_every_fault_with_line_and_column() throws IOException {
        Path file = Files.writeString(
                folder.resolve("broken.yml"),
                Files.readString(SHIPPED)
                        .replaceFirst("weight: \\d+", "weight: heavy")
                        .replaceFirst("rule: checklist", "rule: guesswork"));

        Said said = Said.by("framework", "check", file.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.matches(".*broken\\.yml:\\d+:\\d+: .+ \\[[a-z-]+]"))
                .anyMatch(line -> line.contains("heavy"))
                .anyMatch(line -> line.contains(": nodes[0]."))
                .anyMatch(line -> line.contains("guesswork"));
    }

    @Test
    void diff_says_in_words_what_changed() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yml"),
                Files.readString(SHIPPED)
                        .replaceFirst("version: \"1\"", "version: \"2\"")
                        .replaceFirst("from: 85", "from: 86"));

        Said said = Said.by("framework", "diff", SHIPPED.toString(), other.toString());

        assertThat(said.out().lines())
                .containsExactly(
                        "cstc-2021@1 → cstc-2021@2: 1 difference, of which 1 may change scores, levels or ranks",
                        "results",
                        "  level excellent 优秀 / Excellent: begins at 85 → 86");
        assertThat(said.exit()).isZero();
        assertThat(Said.by("framework", "diff", SHIPPED.toString(), SHIPPED.toString())
                        .out())
                .isEqualToIgnoringNewLines("cstc-2021@1 → cstc-2021@1: no difference");
    }

    @Test
    void diff_compares_a_file_with_a_published_version() throws IOException {
        String document = Files.readString(SHIPPED);
        gateway.on("GET /frameworks/cstc-2021%401/document", 200, document.replaceFirst("from: 85", "from: 84"));

        Said said = gateway.lingpao("framework", "diff", "cstc-2021@1", SHIPPED.toString());

        assertThat(said.out()).contains("level excellent 优秀 / Excellent: begins at 84 → 85");
        assertThat(gateway.lingpao("framework", "diff", "cstc-2021@7", SHIPPED.toString())
                        .err())
                .startsWith("refused (404): ");
    }

    @Test
    void diff_finds_the_faults_of_both_files() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yml"), "id: f\n");
        Path other = Files.writeString(folder.resolve("other.yml"), "id: g\n");

        Said said = Said.by("framework", "diff", one.toString(), other.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("one.yml:1:1").contains("other.yml:1:1");
    }

    @Test
    void check_names_a_file_that_is_not_there_not_a_file_or_not_utf_8() throws IOException {
        Path binary = Files.write(folder.resolve("gbk.yml"), new byte[] {'i', 'd', ':', (byte) 0xD6, (byte) 0xD0});

        assertThat(Said.by("framework", "check", "nowhere.yml").err())
                .isEqualToIgnoringNewLines("there is no file nowhere.yml");
        assertThat(Said.by("framework", "check", folder.toString()).err()).contains("is a folder");
        assertThat(Said.by("framework", "check", binary.toString()).err()).contains("gbk.yml is not UTF-8");
    }

    @Test
    void publish_sends_the_file_as_it_is_with_a_token_of_the_client() throws IOException {
        gateway.on(
                "POST /frameworks", 201, "{\"outcome\":\"created\",\"framework\":{\"ref\":\"f@1\",\"hash\":\"ab12\"}}");
        Path file = Files.writeString(folder.resolve("f.yml"), "\uFEFFid: f\nname: {zh: 指标}\n");

        Said said = gateway.lingpao("framework", "publish", file.toString());

        assertThat(said.out()).isEqualToIgnoringNewLines("framework f@1 published: sha256 ab12");
        assertThat(said.exit()).isZero();
        assertThat(gateway.only())
                .isEqualTo(new FakeGateway.Request(
                        "POST /frameworks",
                        "",
                        "application/yaml",
                        "application/json",
                        "Bearer token-1",
                        "id: f\nname: {zh: 指标}\n"));
        assertThat(gateway.grants())
                .containsExactly(
                        "Basic bGluZ3Bhby1jbGk6bGluZ3Bhby1jbGktZGV2ZWxvcG1lbnQ= grant_type=client_credentials");
    }

    @Test
    void a_framework_published_before_is_unchanged() throws IOException {
        gateway.on(
                "POST /frameworks",
                200,
                "{\"outcome\":\"unchanged\",\"framework\":{\"ref\":\"f@1\",\"hash\":\"ab12\"}}");
        Path file = Files.writeString(folder.resolve("f.yml"), "id: f\n");

        assertThat(gateway.lingpao("framework", "publish", file.toString()))
                .returns(0, Said::exit)
                .returns("framework f@1 unchanged: sha256 ab12", said -> said.out()
                        .strip());
    }

    @Test
    void a_refusal_is_printed_as_file_line_and_column() throws IOException {
        gateway.on("POST /frameworks", 422, """
                {"title":"Unprocessable","status":422,"detail":"The framework has 2 faults; nothing was stored","code":"faults",
                 "errors":[{"line":7,"column":13,"field":"nodes[0].weight","code":"no-number","reason":"weight is no number"},
                           {"line":9,"column":null,"field":null,"code":"duplicate-id","reason":"id 'a' stands twice"}]}
                """);
        Path file = Files.writeString(folder.resolve("f.yml"), "id: f\n");

        Said said = gateway.lingpao("framework", "publish", file.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines())
                .containsExactly(
                        file + ":7:13: weight is no number [no-number]",
                        file + ":9: id 'a' stands twice [duplicate-id]",
                        "refused (422): The framework has 2 faults; nothing was stored");
    }
}
