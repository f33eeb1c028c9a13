package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandsTest {

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void target_import_sends_the_table_and_prints_the_counts() throws IOException {
        gateway.on(
                "POST /campaigns/c/targets",
                200,
                "{\"created\":3,\"updated\":2,\"unchanged\":1,\"rejected\":0,\"rows\":[]}");
        Path file = Files.writeString(folder.resolve("t.csv"), "id,name\nx,某地\n");

        Said said = gateway.lingpao("target", "import", "c", file.toString());

        assertThat(said.out()).isEqualToIgnoringNewLines("targets: 3 created, 2 updated, 1 unchanged, 0 rejected");
        assertThat(said.exit()).isZero();
        assertThat(gateway.only().contentType()).isEqualTo("text/csv");
        assertThat(gateway.only().body()).isEqualTo("id,name\nx,某地\n");
    }

    @Test
    void a_rejected_row_of_a_table_is_printed_with_its_line() throws IOException {
        gateway.on("POST /campaigns/c/targets", 200, """
                {"created":1,"updated":0,"unchanged":0,"rejected":1,"rows":[{"line":2,"outcome":"created"},
                 {"line":3,"targetId":"y","outcome":"rejected","field":"group","code":"unknown-group","reason":"there is no group 'moon'"}]}
                """);
        Path file = Files.writeString(folder.resolve("t.csv"), "id,group\nx,a\ny,moon\n");

        Said said = gateway.lingpao("target", "import", "c", file.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualToIgnoringNewLines(file + ":3: group: there is no group 'moon' [unknown-group]");
        assertThat(said.out()).contains("1 rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"observation", "decision"})
    void an_ndjson_file_goes_in_batches_and_rejected_rows_have_the_lines_of_the_file(String what) throws IOException {
        String path = "POST /campaigns/c/" + what + "s";
        gateway.on(
                        path,
                        200,
                        "{\"rows\":[{\"line\":1,\"outcome\":\"accepted\"},{\"line\":2,\"outcome\":\"repeated\"}]}")
                .on(path, 200, """
                        {"rows":[{"line":1,"outcome":"accepted"},
                         {"line":2,"outcome":"rejected","field":"target","code":"unknown-target","reason":"no target 'z'"}]}
                        """)
                .on(
                        path,
                        200,
                        "{\"rows\":[{\"line\":1,\"outcome\":\"rejected\",\"code\":\"not-json\",\"reason\":\"no JSON\"}]}");
        Path file =
                Files.writeString(folder.resolve("o.ndjson"), "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\nnonsense\n");

        Said said = gateway.lingpao(what, "import", "c", file.toString(), "--batch", "2");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEqualToIgnoringNewLines(what + "s: 2 accepted, 1 repeated, 2 rejected");
        assertThat(said.err().lines())
                .containsExactly(file + ":4: target: no target 'z' [unknown-target]", file + ":5: no JSON [not-json]");
        assertThat(gateway.requests())
                .extracting(FakeGateway.Request::body)
                .containsExactly("{\"n\":1}\n{\"n\":2}\n", "{\"n\":3}\n{\"n\":4}\n", "nonsense\n");
        assertThat(gateway.requests())
                .extracting(FakeGateway.Request::contentType)
                .containsOnly("application/x-ndjson");
    }

    @Test
    void of_many_rejected_rows_the_first_are_printed_and_the_others_counted() throws IOException {
        String rows = IntStream.rangeClosed(1, 50)
                .mapToObj(line -> "{\"line\":" + line + ",\"outcome\":\"rejected\",\"code\":\"x\",\"reason\":\"y\"}")
                .collect(Collectors.joining(","));
        gateway.on("POST /campaigns/c/observations", 200, "{\"rows\":[" + rows + "]}");
        Path file = Files.writeString(folder.resolve("o.ndjson"), "{}\n".repeat(50));

        Said said = gateway.lingpao("observation", "import", "c", file.toString());

        assertThat(said.err().lines()).hasSize(21).last().isEqualTo("… and 30 more rejected rows");
        assertThat(said.out()).contains("50 rejected");
    }

    @Test
    void a_compressed_file_is_read_as_it_is() throws IOException {
        gateway.on("POST /campaigns/c/observations", 200, "{\"rows\":[{\"line\":1,\"outcome\":\"accepted\"}]}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"a\":\"领跑\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("o.ndjson.gz"), bytes.toByteArray());

        assertThat(gateway.lingpao("observation", "import", "c", file.toString())
                        .exit())
                .isZero();
        assertThat(gateway.only().body()).isEqualTo("{\"a\":\"领跑\"}\n");
    }

    @Test
    void a_batch_without_lines_is_refused_before_anything_is_sent() throws IOException {
        Path file = Files.writeString(folder.resolve("o.ndjson"), "{}\n");

        Said said = gateway.lingpao("observation", "import", "c", file.toString(), "--batch", "0");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualToIgnoringNewLines("--batch must be at least 1");
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void case_import_submits_each_form_and_awards_by_line() throws IOException {
        gateway.on("POST /campaigns/c/cases", 201, "{\"caseId\":\"c1\"}")
                .on("POST /campaigns/c/cases", 200, "{\"caseId\":\"c2\"}")
                .on("POST /campaigns/c/cases/c2/award", 201, "{}");
        Path cases = Files.writeString(folder.resolve("cases.ndjson"), "{\"a\":1}\n{\"a\":2}\n");
        Path awards = Files.writeString(folder.resolve("awards.ndjson"), "{\"case\":2,\"points\":3}\n");

        Said said = gateway.lingpao("case", "import", "c", cases.toString(), "--awards", awards.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.out().lines())
                .containsExactly("cases: 1 submitted, 1 unchanged", "awards: 1 given, 0 unchanged");
        assertThat(gateway.requests())
                .extracting(FakeGateway.Request::body)
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"case\":2,\"points\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"case\":2}", "{\"case\":0}", "{}", "nonsense"})
    void an_award_of_a_line_that_is_no_case_is_named(String award) throws IOException {
        gateway.on("POST /campaigns/c/cases", 201, "{\"caseId\":\"c1\"}");
        Path cases = Files.writeString(folder.resolve("cases.ndjson"), "{}\n");
        Path awards = Files.writeString(folder.resolve("awards.ndjson"), award + "\n");

        Said said = gateway.lingpao("case", "import", "c", cases.toString(), "--awards", awards.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualToIgnoringNewLines(awards + ":1: \"case\" must be a line of the cases, 1 to 1");
    }

    @Test
    void a_refused_case_is_printed_with_its_line() throws IOException {
        gateway.on("POST /campaigns/c/cases", 201, "{\"caseId\":\"c1\"}")
                .on(
                        "POST /campaigns/c/cases",
                        422,
                        "{\"detail\":\"bad\",\"errors\":[{\"field\":\"reason\",\"code\":\"too-long\",\"reason\":\"longer than 300\"}]}");
        Path cases = Files.writeString(folder.resolve("cases.ndjson"), "{}\n{}\n");

        Said said = gateway.lingpao("case", "import", "c", cases.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err().lines())
                .containsExactly(cases + ":2: reason: longer than 300 [too-long]", "refused (422): bad");
    }
}
