package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.collectorclient.ArchiveParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

class EvidenceCommandsTest {

    private static final String EVIDENCE = "/campaigns/c/evidence";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void an_archive_in_order_verifies_without_any_server() {
        Path file = SampleArchive.write(folder.resolve("a.warc.gz"), "one", "two");
        Said said = Said.by("evidence", "verify", file.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("5 records, 4 digests compared, 0 faults");
        assertThat(said.exit()).isZero();
    }

    @Test
    void a_changed_page_is_named_with_both_hashes() throws IOException {
        Path plain = unfolded(SampleArchive.write(folder.resolve("a.warc.gz"), "one page", "two"));
        String text = Files.readString(plain, java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.writeString(plain, text.replace("one page", "own page"), java.nio.charset.StandardCharsets.ISO_8859_1);
        Said said = Said.by("evidence", "verify", plain.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains("record 2: the payload is said to hash to")
                .contains(SampleArchive.sha256("one page"))
                .contains(SampleArchive.sha256("own page"));
    }

    @Test
    void a_file_that_breaks_off_or_is_no_archive_is_said_to_be() throws IOException {
        byte[] whole = Files.readAllBytes(SampleArchive.write(folder.resolve("a.warc.gz"), "one", "two"));
        Path torn = Files.write(folder.resolve("torn.warc.gz"), Arrays.copyOf(whole, whole.length - 30));
        assertThat(Said.by("evidence", "verify", torn.toString()).err()).contains("cannot be read on");
        Path text = Files.writeString(folder.resolve("text.warc"), "hello");
        assertThat(Said.by("evidence", "verify", text.toString()).exit()).isEqualTo(1);
        assertThat(Said.by("evidence", "verify", folder.resolve("none.warc").toString())
                        .err())
                .startsWith("there is no file");
        assertThat(Said.by("evidence", "verify").exit()).isEqualTo(2);
    }

    @Test
    void a_folder_holds_what_its_verdicts_rest_on() throws IOException {
        SampleArchive.write(folder.resolve("collection.warc.gz"), "one");
        String there = SampleArchive.sha256("one");
        String missing = SampleArchive.sha256("none");
        Files.writeString(
                folder.resolve("verdicts.csv"),
                "target,channel,check,verdict,cause,reading,evidence\na,portal,https,MET,,ok,%s %s\n"
                        .formatted(there, missing));
        Said said = Said.by("evidence", "verify", folder.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("verdicts.csv:2").contains(missing).doesNotContain(there);
    }

    @Test
    void an_archive_is_cut_between_records_that_belong_together() throws IOException {
        Path file = SampleArchive.write(
                folder.resolve("a.warc.gz"),
                IntStream.range(0, 40).mapToObj(each -> "page " + each).toArray(String[]::new));
        ArchiveParts parts = ArchiveParts.of(file, 2_000);
        assertThat(parts.parts()).hasSizeGreaterThan(5);
        List<String> types = new ArrayList<>();
        for (ArchiveParts.Part part : parts.parts()) {
            List<String> inside = types(parts.bytes(part));
            assertThat(inside.getFirst()).isEqualTo("warcinfo");
            assertThat(inside.get(1)).isEqualTo("response");
            types.addAll(inside.subList(1, inside.size()));
        }
        assertThat(types).hasSize(80);
    }

    @Test
    void an_archive_is_brought_and_what_was_refused_is_named() {
        gateway.on("POST " + EVIDENCE, 200, """
                {"stored":1,"repeated":1,"records":[{"record":2,"type":"response","outcome":"rejected",
                "url":"http://a.example/","code":"hash-mismatch","reason":"other bytes"}]}""");
        Path file = SampleArchive.write(folder.resolve("a.warc.gz"), "one");
        Said said = gateway.lingpao("evidence", "upload", "--campaign", "c", file.toString());
        assertThat(said.out()).contains("1 stored, 1 repeated, 1 rejected");
        assertThat(said.err()).contains("record 2: http://a.example/: other bytes [hash-mismatch]");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(gateway.only().contentType()).isEqualTo("application/warc");
    }

    @Test
    void the_evidence_of_a_campaign_is_hashed_here() {
        String good = SampleArchive.sha256("good");
        String bad = SampleArchive.sha256("bad");
        gateway.on("GET " + EVIDENCE, 200, """
                {"total":2,"items":[{"sha256":"%s"},{"sha256":"%s"}]}""".formatted(good, bad))
                .on("GET " + EVIDENCE + "/" + good, 200, "good")
                .on("GET " + EVIDENCE + "/" + bad, 200, "changed")
                .on("GET " + EVIDENCE + "/outstanding", 200, "{\"total\":0,\"items\":[]}");
        Said said = gateway.lingpao("evidence", "verify", "--campaign", "c");
        assertThat(said.out()).contains("1 intact, 1 damaged, 0 outstanding");
        assertThat(said.err()).contains(bad).contains(SampleArchive.sha256("changed"));
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void refused_rows_are_written_as_they_were_sent() throws IOException {
        gateway.on("GET /campaigns/c/rejections", 200, """
                {"total":1,"items":[{"line":3,"field":"target","code":"unknown-target","reason":"no target",
                "row":"{\\"target\\":\\"x\\"}","rejectedAt":"2026-01-01T00:00:00Z"}]}""");
        Path rows = folder.resolve("rows.ndjson");
        Said said = gateway.lingpao("observation", "rejections", "c", "--output", rows.toString());
        assertThat(said.out())
                .contains("line 3: target: no target [unknown-target]")
                .contains("rejections: 1");
        assertThat(rows).hasContent("{\"target\":\"x\"}");
    }

    private static List<String> types(byte[] archive) throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(archive))) {
            return reader.records().map(WarcRecord::type).toList();
        }
    }

    private static Path unfolded(Path file) throws IOException {
        Path plain = file.resolveSibling("plain.warc");
        try (var bytes = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(bytes, plain);
        }
        return plain;
    }
}
