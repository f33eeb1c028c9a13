package cn.lingpao.datacollection.adapter.warc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.application.evidence.ArchivedRecord;
import cn.lingpao.datacollection.application.evidence.Archives;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcDigest;

class WarcArchivesTest {

    private static final Instant AT = Instant.parse("2021-10-01T02:00:00Z");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    private static final String PAGE = "<html>页面</html>";
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

    private final WarcArchives archives = new WarcArchives();
    private final List<ArchivedRecord> records = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();

    @Test
    void what_is_written_is_read_again() throws IOException {
        read(written(response("1", AT), response("2", AT.plusSeconds(60)), plain()));
        assertThat(records.stream().map(ArchivedRecord::type))
                .containsExactly(
                        "warcinfo",
                        "response",
                        "metadata",
                        "request",
                        "revisit",
                        "metadata",
                        "request",
                        "resource",
                        "metadata");
        ArchivedRecord.Found found = (ArchivedRecord.Found) records.get(1);
        assertThat(found.facts().url()).isEqualTo("http://a.example/");
        assertThat(found.facts().status()).isEqualTo(200);
        assertThat(found.facts().kind()).isEqualTo(Kind.PAGE);
        assertThat(found.facts().capturedAt()).isEqualTo(AT);
        assertThat(found.facts().exchange())
                .isEqualTo(new Exchange(
                        "urn:uuid:00000000-0000-0000-0000-000000000001", "response", REQUEST, HEAD, "127.0.0.1", null));
        ArchivedRecord.Revisit revisit = (ArchivedRecord.Revisit) records.get(4);
        assertThat(revisit.sha256()).isEqualTo(hash(PAGE));
        assertThat(revisit.facts().exchange().request()).isEqualTo(REQUEST);
        assertThat(payloads).containsExactly(PAGE, PAGE);
    }

    @Test
    void what_is_known_of_a_capture_comes_back_with_it() throws IOException {
        Place place = new Place(
                "http://a.example/",
                "http://b.example/x",
                List.of("http://a.example/r", "http://b.example/"),
                404,
                "题 目",
                "t1");
        Capture capture = new Capture(
                "c",
                hash(PAGE),
                Kind.HEADERS,
                AT.plusMillis(123),
                place,
                new Origin("robot", "1.2", "s"),
                "a/b; c=d",
                null);

        read(written(capture));

        ArchivedRecord.Found found = (ArchivedRecord.Found) records.get(1);
        assertThat(found.facts().capturedAt()).isEqualTo(capture.capturedAt());
        assertThat(found.facts().described())
                .isEqualTo(new ArchivedRecord.Described(Kind.HEADERS, place, "robot", "1.2", "a/b; c=d", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "conversion", "metadata"})
    void a_record_without_http_is_written_as_what_it_was(String type) throws IOException {
        read(written(capture(
                AT, 200, new Exchange("urn:uuid:00000000-0000-0000-0000-000000000009", type, null, null, null, null))));

        ArchivedRecord.Found found = (ArchivedRecord.Found) records.get(1);
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.facts().exchange().recordId()).isEqualTo("urn:uuid:00000000-0000-0000-0000-000000000009");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARC-Payload-Digest: sha1:%s\r\n",
                "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nWARC-Refers-To: <urn:uuid:r1>\r\n",
                "WARC-Refers-To: <urn:uuid:r1>\r\n"
            })
    void a_revisit_may_name_its_payload_as_other_tools_do(String naming) throws Exception {
        String sha1 = new WarcDigest(
                        "sha1", MessageDigest.getInstance("SHA-1").digest(PAGE.getBytes(StandardCharsets.UTF_8)))
                .base32();
        read((record("response", "r1", "WARC-Payload-Digest: sha1:" + sha1 + "\r\n", HEAD + PAGE)
                        + record("revisit", "r2", naming.formatted(sha1), HEAD))
                .getBytes(StandardCharsets.UTF_8));

        assertThat(((ArchivedRecord.Revisit) records.get(1)).sha256()).isEqualTo(hash(PAGE));
    }

    @Test
    void a_revisit_of_another_file_says_what_it_refers_to() throws IOException {
        read(record(
                        "revisit",
                        "r2",
                        "WARC-Refers-To: <urn:uuid:r1>\r\nWARC-Refers-To-Date: 2021-09-30T02:00:00Z\r\n",
                        HEAD)
                .getBytes(StandardCharsets.UTF_8));

        ArchivedRecord.Revisit revisit = (ArchivedRecord.Revisit) records.getFirst();
        assertThat(revisit.sha256()).isNull();
        assertThat(revisit.earlier())
                .isEqualTo(new ArchivedRecord.Earlier(
                        "urn:uuid:r1", "http://a.example/", Instant.parse("2021-09-30T02:00:00Z")));
    }

    @Test
    void a_short_file_of_very_many_records_is_not_answered_record_by_record() throws IOException {
        byte[] one =
                "WARC/1.1\r\nWARC-Type: x\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2021-10-01T02:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int record = 0; record < 100_010; record++) {
            file.write(one);
        }

        read(file.toByteArray());

        assertThat(((ArchivedRecord.Broken) records.getLast()).reason()).contains("more than 100000 records");
    }

    @Test
    void every_record_is_of_the_standard_of_2017_and_its_digest_is_hexadecimal() throws IOException {
        byte[] file = written(response("1", AT), response("2", AT.plusSeconds(60)), plain());
        try (var unfolded = new GZIPInputStream(new ByteArrayInputStream(file))) {
            String text = new String(unfolded.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("WARC/1.0").contains("WARC-Payload-Digest: sha256:" + hash(PAGE) + "\r\n");
            assertThat(text.split("WARC/1.1\r\n")).hasSize(10);
        }
    }

    @Test
    void what_a_server_called_unchanged_is_a_revisit_that_says_so() throws IOException {
        Exchange unchanged = new Exchange(
                "urn:uuid:00000000-0000-0000-0000-000000000002",
                "revisit",
                REQUEST,
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "127.0.0.1",
                null);
        byte[] file = written(response("1", AT), capture(AT.plusSeconds(60), 304, unchanged));

        try (var unfolded = new GZIPInputStream(new ByteArrayInputStream(file))) {
            assertThat(new String(unfolded.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n");
        }
    }

    @Test
    void an_answer_without_a_body_is_evidence_by_its_header_and_stays_so() throws IOException {
        String head = "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n";
        read(record("response", "r1", "", head).getBytes(StandardCharsets.UTF_8));
        ArchivedRecord.Found found = (ArchivedRecord.Found) records.getFirst();
        assertThat(found.facts().kind()).isEqualTo(Kind.HEADERS);
        assertThat(payloads).containsExactly(head);
    }

    @Test
    void a_request_may_stand_before_its_response() throws IOException {
        read((record("request", "r1", "", REQUEST)
                        + record("response", "r2", "WARC-Concurrent-To: <urn:uuid:r1>\r\n", HEAD + PAGE))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(((ArchivedRecord.Found) records.get(1)).facts().exchange().request())
                .isEqualTo(REQUEST);
    }

    @Test
    void bytes_that_are_not_what_their_record_says_are_refused_by_both_hashes() throws IOException {
        String claim = "WARC-Payload-Digest: sha256:" + "0".repeat(64) + "\r\n";
        read((record("response", "r1", claim, HEAD + PAGE) + record("response", "r2", "", HEAD + PAGE))
                .getBytes(StandardCharsets.UTF_8));
        ArchivedRecord.Broken broken = (ArchivedRecord.Broken) records.getFirst();
        assertThat(broken.code()).isEqualTo("hash-mismatch");
        assertThat(broken.reason()).contains("0".repeat(64)).contains(hash(PAGE).hex());
        assertThat(records.get(1)).isInstanceOf(ArchivedRecord.Found.class);
    }

    @Test
    void a_chunked_answer_is_kept_as_its_digest_means_it() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunked = "4\r\nabcd\r\n0\r\n\r\n";
        String whole = "WARC-Payload-Digest: sha256:" + hash("abcd") + "\r\n";
        String raw = "WARC-Payload-Digest: sha256:" + hash(chunked) + "\r\n";
        read((record("response", "r1", whole, head + chunked) + record("response", "r2", raw, head + chunked))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(payloads).containsExactly("abcd", chunked);
    }

    @Test
    void a_file_that_breaks_off_gives_what_stands_before() throws IOException {
        byte[] whole = written(response("1", AT), plain());
        read(Arrays.copyOf(whole, whole.length - 700));
        assertThat(records.getLast()).isInstanceOf(ArchivedRecord.Broken.class);
        assertThat(payloads).contains(PAGE);
        records.clear();
        read("no archive at all".getBytes(StandardCharsets.UTF_8));
        assertThat(((ArchivedRecord.Broken) records.getFirst()).code()).isEqualTo("broken-archive");
    }

    @ParameterizedTest
    @CsvSource({"WARC-Type:, WARC-Tipe:", "Content-Length:, Content-Length: x1", "WARC-Record-ID:, WARC-Rekord-ID:"})
    void a_field_that_is_lost_or_garbled_is_an_answer_and_no_failure(String field, String garbled) throws IOException {
        read(record("response", "r1", "", HEAD + PAGE)
                .replace(field.strip() + " ", garbled.strip() + " ")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(records.getFirst()).isInstanceOf(ArchivedRecord.Broken.class);
    }

    @Test
    void a_payload_over_the_limit_is_refused_and_the_next_one_taken() throws IOException {
        read(
                (record("response", "r1", "", HEAD + "x".repeat(5_000)) + record("response", "r2", "", HEAD + PAGE))
                        .getBytes(StandardCharsets.UTF_8),
                1_000);
        assertThat(((ArchivedRecord.Broken) records.getFirst()).code()).isEqualTo("too-large");
        assertThat(payloads).containsExactly(PAGE);
    }

    private void read(byte[] file) throws IOException {
        read(file, 1 << 20);
    }

    private void read(byte[] file, long most) throws IOException {
        archives.read(new ByteArrayInputStream(file), most, record -> {
            records.add(record);
            if (record instanceof ArchivedRecord.Found found) {
                try (var bytes = found.payload().open()) {
                    payloads.add(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        });
    }

    private byte[] written(Capture... captures) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        Content content = new Content(hash(PAGE), page.length, "text/html", "none", AT);
        try (Archives.Writer writer = archives.write(file, "campaign c", AT)) {
            for (Capture capture : captures) {
                writer.write(capture, content, () -> new ByteArrayInputStream(page));
            }
        }
        return file.toByteArray();
    }

    private static Capture response(String number, Instant at) {
        String id = "urn:uuid:00000000-0000-0000-0000-00000000000" + number;
        return capture(at, 200, new Exchange(id, "response", REQUEST, HEAD, "127.0.0.1", null));
    }

    private static Capture plain() {
        return capture(AT, 200, null);
    }

    private static Capture capture(Instant at, int status, @org.jspecify.annotations.Nullable Exchange exchange) {
        Place place = new Place("http://a.example/", "http://a.example/", List.of(), status, "题", null);
        return new Capture(
                "c", hash(PAGE), Kind.PAGE, at, place, new Origin("robot", "1", "tester"), "text/html", exchange);
    }

    private static String record(String type, String id, String fields, String block) {
        int length = block.getBytes(StandardCharsets.UTF_8).length;
        return "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: 2021-10-01T02:00:00Z\r\n"
                        .formatted(type, id)
                + "WARC-Target-URI: http://a.example/\r\nContent-Type: application/http;msgtype=" + type + "\r\n"
                + fields + "Content-Length: " + length + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static Sha256 hash(String text) {
        return Sha256.of(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
