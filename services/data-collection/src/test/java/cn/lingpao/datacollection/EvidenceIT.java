package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import tools.jackson.databind.JsonNode;

class EvidenceIT {

    private static final String EVIDENCE = "/api/v1/campaigns/proof/evidence";
    private static final String HTML = "<html><script>alert(1)</script>领跑</html>";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(EvidenceIT.class), List.of(DataCollectionApplication.class));
        service.publish(Reference.framework(), SmallAssessment.campaign("proof"), SmallAssessment.campaign("other"));
        service.publish(SmallAssessment.target("proof", "a"), SmallAssessment.target("proof", "b"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void bytes_are_stored_once_and_served_so_that_nothing_runs() throws Exception {
        String query = "?kind=page&capturedAt=2021-10-01T10:00:00%2B08:00&url=" + encoded("http://a.example/")
                + "&finalUrl=" + encoded("https://a.example/index.html") + "&redirect=" + encoded("http://a.example/x")
                + "&status=200&collector=robot&collectorVersion=2.1&target=a";
        Answer first = send("PUT", query, "image/png", HTML);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/outcome")).isEqualTo("stored");
        assertThat(first.at("/type")).isEqualTo("text/html");
        assertThat(first.at("/declaredType")).isEqualTo("image/png");
        String hash = sha256(HTML.getBytes(StandardCharsets.UTF_8));
        assertThat(first.at("/sha256")).isEqualTo(hash);
        assertThat(send("POST", query, "image/png", HTML).at("/outcome")).isEqualTo("repeated");

        Answer bytes = service.get(EVIDENCE + "/" + hash, "auditor");
        assertThat(bytes.text()).isEqualTo(HTML);
        assertThat(bytes.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(bytes.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(bytes.header("Content-Security-Policy")).contains("sandbox");
        assertThat(bytes.header("Content-Disposition")).startsWith("attachment");
        assertThat(service.get(EVIDENCE + "/" + hash + "/verification", "auditor")
                        .json()
                        .get("intact")
                        .booleanValue())
                .isTrue();
        JsonNode capture = service.get(EVIDENCE + "?sha256=" + hash, "reviewer")
                .json()
                .get("items")
                .get(0);
        assertThat(capture.get("collector").stringValue()).isEqualTo("robot");
        assertThat(capture.get("redirects").get(0).stringValue()).isEqualTo("http://a.example/x");
        assertThat(capture.get("capturedAt").stringValue()).isEqualTo("2021-10-01T02:00:00Z");
    }

    @Test
    void only_those_allowed_may_read() {
        send("PUT", "?kind=page", "text/html", "<html>secret");
        String path = EVIDENCE + "/" + sha256("<html>secret".getBytes(StandardCharsets.UTF_8));
        assertThat(service.get(path).status()).isEqualTo(401);
        assertThat(service.get(path, "judge").status()).isEqualTo(403);
        assertThat(service.get(path, "publisher").status()).isEqualTo(403);
        for (String role : List.of("auditor", "reviewer", "arbiter", "administrator", "collector")) {
            assertThat(service.get(path, role).status()).isEqualTo(200);
        }
        assertThat(service.as("another").get(path, "collector").status()).isEqualTo(404);
        assertThat(service.get(path.replace("proof", "other"), "auditor").status())
                .isEqualTo(404);
        assertThat(service.as("another")
                        .get(EVIDENCE, "collector")
                        .json()
                        .get("total")
                        .intValue())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "path", "query"})
    void bytes_that_are_not_what_was_claimed_are_refused_by_both_hashes(String where) {
        String claimed = "0".repeat(64);
        byte[] body = "other bytes".getBytes(StandardCharsets.UTF_8);
        Answer answer = where.equals("path")
                ? service.send("PUT", EVIDENCE + "/" + claimed, "text/plain", body, "collector")
                : service.send("POST", EVIDENCE + "?sha256=" + claimed, "text/plain", body, "collector");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("hash-mismatch");
        assertThat(answer.at("/detail")).contains(claimed).contains(sha256(body));
        assertThat(service.get(EVIDENCE + "/" + sha256(body), "auditor").status())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_taken_is_refused_with_a_reason() {
        assertThat(send("PUT", "?kind=movie", "text/plain", "x").at("/detail")).contains("warc-record");
        assertThat(send("PUT", "?colour=red", "text/plain", "x").at("/code")).isEqualTo("unknown-field");
        assertThat(send("PUT", "?capturedAt=2999-01-01T00:00:00Z", "text/plain", "x")
                        .at("/code"))
                .isEqualTo("in-future");
        assertThat(send("PUT", "?capturedAt=2020-01-01T00:00:00Z", "text/plain", "x")
                        .at("/code"))
                .isEqualTo("outside-phase");
        assertThat(send("POST", "", "application/x-www-form-urlencoded", "x").status())
                .isEqualTo(415);
        assertThat(send("PUT", "", "text/plain", "").at("/code")).isEqualTo("empty");
        assertThat(service.send("PUT", EVIDENCE, "text/plain", new byte[17 << 20], "collector")
                        .status())
                .isEqualTo(413);
        assertThat(service.send("PUT", "/api/v1/campaigns/nowhere/evidence", "text/plain", "x", "collector")
                        .status())
                .isEqualTo(404);
        assertThat(send("PUT", "", "application/warc", "no archive").at("/records/0/code"))
                .isEqualTo("broken-archive");
    }

    @Test
    void a_screenshot_gets_a_thumbnail_and_a_page_says_why_not() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB), "png", png);
        String hash = service.send("PUT", EVIDENCE + "?kind=screenshot", "image/png", png.toByteArray(), "collector")
                .at("/sha256");
        Answer thumbnail = service.get(EVIDENCE + "/" + hash + "/thumbnail", "reviewer");
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.body())).getWidth())
                .isEqualTo(320);
        String page = send("PUT", "?kind=page", "text/html", "<html>no picture").at("/sha256");
        assertThat(service.get(EVIDENCE + "/" + page + "/thumbnail", "reviewer").at("/detail"))
                .contains("text/html");
    }

    @Test
    void a_later_capture_says_unchanged_changed_or_gone() {
        String url = "&url=" + encoded("http://later.example/");
        send("PUT", "?kind=page&status=200&capturedAt=2021-10-01T00:00:00Z" + url, "text/html", "<html>one");
        send("PUT", "?kind=page&status=200&capturedAt=2021-10-02T00:00:00Z" + url, "text/html", "<html>one");
        send("PUT", "?kind=page&status=200&capturedAt=2021-10-03T00:00:00Z" + url, "text/html", "<html>two");
        send("PUT", "?kind=page&status=404&capturedAt=2021-10-04T00:00:00Z" + url, "text/html", "<html>none");
        JsonNode history = service.get(EVIDENCE + "/history?url=" + encoded("http://later.example/"), "auditor")
                .json();
        assertThat(history.valueStream().map(each -> each.get("relation").stringValue()))
                .containsExactly("first", "unchanged", "changed", "gone");
    }

    @Test
    void an_observation_may_come_first_and_its_evidence_is_outstanding_until_it_arrives() throws Exception {
        byte[] bytes = "late bytes".getBytes(StandardCharsets.UTF_8);
        String row = """
                {"target":"a","checkPoint":"service.met","value":"MET","observedAt":"2021-10-01T10:00:00+08:00",\
                "evidence":[{"url":"http://a.example/late","sha256":"%s"}]}""".formatted(sha256(bytes));
        Answer taken = service.send(
                "POST", "/api/v1/campaigns/proof/observations", "application/x-ndjson", gzip(row), "collector");
        assertThat(taken.json().get("accepted").intValue()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> outstanding().contains(sha256(bytes)));
        assertThat(service.get(EVIDENCE + "/" + sha256(bytes), "auditor").at("/code"))
                .isEqualTo("outstanding");
        service.send("PUT", EVIDENCE + "/" + sha256(bytes), "text/plain", bytes, "collector");
        assertThat(outstanding()).doesNotContain(sha256(bytes));
        assertThat(service.get(EVIDENCE + "/" + sha256(bytes) + "/description", "reviewer")
                        .at("/cells/0"))
                .isEqualTo("a/service.met");
    }

    @Test
    void an_archive_is_taken_apart_and_written_again() throws Exception {
        String page = "<html>archived</html>";
        String warc = record("warcinfo", "application/warc-fields", "", "software: robot/3\r\n")
                + record(
                        "response",
                        "application/http;msgtype=response",
                        "WARC-Target-URI: http://warc.example/\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page);
        Answer report = send("POST", "?target=a", "application/warc", warc);
        assertThat(report.json().get("stored").intValue()).isEqualTo(1);
        assertThat(send("POST", "?target=a", "application/octet-stream", warc)
                        .json()
                        .get("repeated")
                        .intValue())
                .isEqualTo(1);
        String hash = sha256(page.getBytes(StandardCharsets.UTF_8));
        assertThat(service.get(EVIDENCE + "/" + hash, "auditor").text()).isEqualTo(page);
        assertThat(service.get(EVIDENCE + "?sha256=" + hash, "auditor").at("/items/0/collectorVersion"))
                .isEqualTo("3");
        byte[] exported = service.get(EVIDENCE + "/export?target=a", "auditor").body();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(exported))) {
            assertThat(reader.records().map(WarcRecord::type)).contains("warcinfo", "response");
        }
        assertThat(service.send("POST", "/api/v1/campaigns/other/evidence", "application/warc", exported, "collector")
                        .json()
                        .get("rejected")
                        .intValue())
                .isZero();
        assertThat(service.get("/api/v1/campaigns/other/evidence/" + hash, "auditor")
                        .text())
                .isEqualTo(page);
    }

    @Test
    void what_was_exported_brings_nothing_twice_when_it_comes_back() {
        String url = "url=" + encoded("http://back.example/") + "&finalUrl=" + encoded("http://back.example/b");
        String at = "&target=b&capturedAt=2021-10-01T00:00:00.123Z&";
        send(
                "PUT",
                "?kind=page&status=200&collectorVersion=7&title=x" + at + url,
                "text/html; charset=gbk",
                "<html>back");
        send("PUT", "?kind=headers" + at + url, "text/plain", "HTTP/1.1 200 OK");
        send("PUT", "?kind=file" + at, "text/plain", "no address");
        send(
                "POST",
                "?target=b&collector=another&collectorVersion=2",
                "application/warc",
                record(
                                "response",
                                "application/http;msgtype=response",
                                "WARC-Target-URI: http://back.example/w\r\n",
                                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>back too")
                        .replace("response-id", "back-id"));
        String captures = EVIDENCE + "?target=b&size=100";
        String before = service.get(captures, "auditor").text();

        Answer report = service.send(
                "POST",
                EVIDENCE,
                "application/warc",
                service.get(EVIDENCE + "/export?target=b", "auditor").body(),
                "collector");

        assertThat(report.at("/stored") + " " + report.at("/repeated") + " " + report.at("/rejected"))
                .isEqualTo("0 4 0");
        assertThat(service.get(captures, "auditor").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=x.gov.cn",
                "url=http://x/%0d%0aWARC-Type:%20response",
                "finalUrl=http://x/a%20b",
                "redirect=%09",
                "target=nobody"
            })
    void a_capture_of_no_address_or_of_no_target_is_refused(String query) {
        Answer answer = send("PUT", "?" + query, "text/plain", "somewhere");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_broken_gzip_is_refused_and_every_cause_has_its_remedy() throws Exception {
        byte[] broken = gzip("{}\n".repeat(2000));
        Answer answer = service.send(
                "POST",
                "/api/v1/campaigns/proof/observations",
                "application/x-ndjson",
                Arrays.copyOf(broken, broken.length / 2),
                "collector");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("broken-gzip");
        JsonNode causes = service.get("/api/v1/causes", "collector").json();
        assertThat(causes.size()).isEqualTo(25);
        assertThat(causes.get(0).at("/remedy/zh").stringValue()).isNotBlank();
    }

    @Test
    void the_intake_and_evidence_are_described() {
        JsonNode paths = service.get("/v3/api-docs/collection").json().get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/campaigns/{campaign}/observations",
                        "/api/v1/campaigns/{campaign}/observations/sheet",
                        "/api/v1/campaigns/{campaign}/evidence",
                        "/api/v1/campaigns/{campaign}/evidence/{sha256}/verification",
                        "/api/v1/causes");
    }

    private static List<String> outstanding() {
        return service.get(EVIDENCE + "/outstanding", "collector")
                .json()
                .get("items")
                .valueStream()
                .map(each -> each.get("sha256").stringValue())
                .toList();
    }

    private static Answer send(String method, String query, String type, String body) {
        return service.send(method, EVIDENCE + query, type, body, "collector");
    }

    private static String record(String type, String contentType, String fields, String block) {
        return "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s-id>\r\n".formatted(type, type)
                + "WARC-Date: 2021-10-01T02:00:00Z\r\nContent-Type: " + contentType + "\r\n" + fields
                + "Content-Length: " + block.length() + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream folded = new GZIPOutputStream(bytes)) {
            folded.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
