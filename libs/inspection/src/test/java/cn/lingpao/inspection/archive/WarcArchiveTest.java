package cn.lingpao.inspection.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.inspection.web.AddressRule;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.Certificates;
import cn.lingpao.inspection.web.Cidr;
import cn.lingpao.inspection.web.FaultServer;
import cn.lingpao.inspection.web.Limits;
import cn.lingpao.inspection.web.Names;
import cn.lingpao.inspection.web.PoliteWeb;
import cn.lingpao.inspection.web.Web;
import cn.lingpao.inspection.web.Webs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

class WarcArchiveTest {

    private static final String HTML = "Content-Type: text/html\r\n";

    @TempDir
    Path folder;

    private final FaultServer server = new FaultServer();
    private WarcArchive archive;
    private Web web;
    private Web impatient;

    @BeforeEach
    void open() throws IOException {
        archive = WarcArchive.open(file(), Map.of("software", "test"), Instant.now());
        Limits limits = Limits.DEFAULT.withDelay(Duration.ofMillis(1)).withBytes(100_000);
        web = web(limits);
        impatient = web(limits.withTimes(Duration.ofMillis(500), Duration.ofMillis(500)));
    }

    private Web web(Limits limits) {
        AddressRule loopback = new AddressRule(List.of(Cidr.parse("127.0.0.0/8")));
        return new PoliteWeb(new PoliteWeb.Settings(
                Webs.USER_AGENT,
                limits,
                loopback,
                Names.ofThisMachine(),
                Certificates.ofThisMachine(),
                archive,
                Clock.systemUTC()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        archive.close();
    }

    private Path file() {
        return folder.resolve("collection.warc.gz");
    }

    private List<WarcRecord> records() throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file())) {
            reader.forEach(records::add);
        }
        return records;
    }

    @Test
    void an_answer_that_nothing_has_changed_is_a_revisit_of_what_was_sent_before() throws Exception {
        server.on("/page", (client, out) -> {
            boolean known = server.heads().getLast().contains("If-None-Match: \"v1\"");
            FaultServer.Answer answer = known
                    ? FaultServer.raw("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")
                    : FaultServer.bytes(200, HTML + "ETag: \"v1\"\r\n", "<p>要闻".getBytes(StandardCharsets.UTF_8));
            answer.to(client, out);
        });

        web.get(server.url("/page"));
        String evidence = web.get(server.url("/page")).evidence();

        everythingIsThere();
        List<WarcRecord> records = records();
        WarcResponse sent = records.stream()
                .filter(WarcResponse.class::isInstance)
                .map(WarcResponse.class::cast)
                .filter(response -> response.target().endsWith("/page"))
                .findFirst()
                .orElseThrow();
        WarcRevisit unchanged = records.stream()
                .filter(WarcRevisit.class::isInstance)
                .map(WarcRevisit.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(unchanged.profile()).isEqualTo(WarcRevisit.SERVER_NOT_MODIFIED_1_1);
        assertThat(unchanged.refersTo()).contains(sent.id());
        assertThat(unchanged.refersToTargetURI().map(URI::toString)).contains(sent.target());
        assertThat(unchanged.payloadDigest().orElseThrow().hex()).isEqualTo(evidence);
    }

    private void everythingIsThere() throws Exception {
        server.on("/page", FaultServer.bytes(200, HTML, "<p>page</p>".getBytes()))
                .on("/same", FaultServer.bytes(200, HTML, "<p>page</p>".getBytes()))
                .on("/gzip", FaultServer.bytes(200, HTML + "Content-Encoding: gzip\r\n", gzip("<p>small</p>")))
                .on("/empty", FaultServer.redirect(302, "/page"))
                .on("/close", FaultServer.raw("HTTP/1.0 200 OK\r\n" + HTML + "\r\n<p>until the end</p>"))
                .on("/bare", FaultServer.raw("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 4\n\nbare"))
                .on("/cut", FaultServer.raw("HTTP/1.1 200 OK\r\n" + HTML + "Content-Length: 500\r\n\r\n<p>cut"))
                .on("/large", FaultServer.bytes(200, HTML, new byte[200_000]))
                .on("/garbage", FaultServer.raw("garbage\r\n\r\n"))
                .on("/silent", (client, out) -> Thread.sleep(10_000))
                .on(
                        "/interim",
                        FaultServer.raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
                .on("/late", FaultServer.raw("\r\nHTTP/1.1 200 OK\r\n" + HTML + "Content-Length: 4\r\n\r\nlate"))
                .on("/form", FaultServer.html("found"))
                .on(
                        "/chunked",
                        FaultServer.raw("HTTP/1.1 200 OK\r\n" + HTML
                                + "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n5\r\nb</p>\r\n0\r\n\r\n"))
                .on(
                        "/chunked-cut",
                        FaultServer.raw("HTTP/1.1 200 OK\r\n" + HTML
                                + "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n5\r\nb<"));
        for (String path : List.of(
                "page",
                "same",
                "gzip",
                "empty",
                "close",
                "bare",
                "cut",
                "large",
                "garbage",
                "interim",
                "late",
                "chunked",
                "chunked-cut")) {
            web.probe(server.url("/" + path));
        }
        impatient.probe(server.url("/silent"));
        web.post(server.url("/form"), Map.of("q", "公开"), StandardCharsets.UTF_8);
        web.head(server.url("/page"));
        impatient.tls("127.0.0.1", server.port());
        archive.keep(URI.create("urn:view:" + server.url("/page")), Instant.now(), "image/png", new byte[] {1, 2, 3});
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_validator_of_the_archive_world_finds_nothing_wrong() throws Exception {
        everythingIsThere();

        Process validator = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.netpreserve.jwarc.tools.WarcTool",
                        "validate",
                        "-v",
                        file().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(validator.waitFor()).as(said).isZero();
    }

    @Test
    void every_capture_is_found_again_by_its_evidence() throws Exception {
        server.on("/page", FaultServer.bytes(200, HTML, "<p>page</p>".getBytes()));

        Capture capture = web.get(server.url("/page"));

        assertThat(capture.evidence()).isEqualTo(Digests.sha256("<p>page</p>".getBytes()));
        assertThat(records().stream().filter(WarcResponse.class::isInstance).map(record -> ((WarcResponse) record)
                        .payloadDigest()
                        .orElseThrow()
                        .hex()))
                .contains(capture.evidence());
    }

    @Test
    void the_same_bytes_are_kept_once() throws Exception {
        server.on("/page", FaultServer.html("same")).on("/other", FaultServer.html("same"));

        Capture one = web.get(server.url("/page"));
        Capture other = web.get(server.url("/other"));

        assertThat(other.evidence()).isEqualTo(one.evidence());
        assertThat(records().stream().filter(WarcRevisit.class::isInstance))
                .hasSize(1)
                .allSatisfy(record -> {
                    WarcRevisit revisit = (WarcRevisit) record;
                    assertThat(revisit.target()).isEqualTo(server.url("/other").toString());
                    assertThat(revisit.refersToTargetURI()).contains(server.url("/page"));
                });
    }

    @Test
    void what_a_kill_left_half_written_is_cut_off_and_the_rest_stays() throws Exception {
        server.on("/page", FaultServer.html("first")).on("/next", FaultServer.html("next"));
        web.get(server.url("/page"));
        archive.close();
        byte[] whole = Files.readAllBytes(file());
        int before = records().size();
        for (int cut : new int[] {1, 9, 17, 40, 200}) {
            Files.write(file(), whole);
            Files.write(file(), java.util.Arrays.copyOf(whole, cut), StandardOpenOption.APPEND);

            WarcArchive.open(file(), Map.of(), Instant.now()).close();

            assertThat(Files.size(file())).isGreaterThan(whole.length);
            assertThat(records()).hasSize(before + 1);
        }
    }

    @Test
    void damage_that_no_kill_leaves_is_refused_and_nothing_is_cut_off() throws Exception {
        server.on("/page", FaultServer.html("first")).on("/next", FaultServer.html("next"));
        web.get(server.url("/page"));
        web.get(server.url("/next"));
        archive.close();
        byte[] broken = Files.readAllBytes(file());
        broken[broken.length / 2] ^= 0x55;
        for (byte[] damaged : List.of(broken, "notes of somebody".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file(), damaged);

            assertThatThrownBy(() -> WarcArchive.open(file(), Map.of(), Instant.now()))
                    .isInstanceOf(ArchiveDamaged.class)
                    .hasMessageContaining("damaged at byte");
            assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
        }
    }

    @Test
    void an_archive_opened_again_remembers_what_it_holds() throws Exception {
        server.on("/page", FaultServer.html("same"));
        web.get(server.url("/page"));
        archive.close();
        open();
        web.get(server.url("/page"));

        assertThat(records().stream().filter(WarcRevisit.class::isInstance)).hasSize(1);
    }

    @Test
    void what_could_not_be_seen_is_noted() throws Exception {
        server.on("/silent", (client, out) -> Thread.sleep(10_000));

        Capture capture = impatient.get(server.url("/silent"));

        assertThat(capture.evidence()).hasSize(64);
        assertThat(records().stream()
                        .filter(record -> record.type().equals("metadata"))
                        .map(record -> ((WarcTargetRecord) record).target()))
                .contains(server.url("/silent").toString());
    }
}
