package cn.lingpao.datacollection.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Samples;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value.Judgement;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of evidence must do. */
public abstract class EvidenceStoreKit {

    private static final Instant AT = Samples.OBSERVED;
    private static final Paging ALL = new Paging(0, 100);

    protected abstract EvidenceStore store();

    @Test
    void bytes_come_back_as_they_were_however_many_there_are() throws Exception {
        byte[] large = new byte[3_000_017];
        new Random(7).nextBytes(large);
        assertThat(keep(large)).isTrue();
        try (InputStream bytes = store().open(hash(large)).orElseThrow()) {
            assertThat(bytes).hasBinaryContent(large);
        }
        assertThat(store().content(hash(large)).orElseThrow().size()).isEqualTo(large.length);
    }

    @Test
    void the_same_bytes_are_kept_once() throws Exception {
        byte[] bytes = bytes("once");
        assertThat(keep(bytes)).isTrue();
        assertThat(keep(bytes)).isFalse();
        assertThat(store().contents(List.of(hash(bytes), hash(bytes("never"))))).containsOnlyKeys(hash(bytes));
    }

    @Test
    void of_many_who_bring_the_same_bytes_at_once_one_is_the_first() throws Exception {
        byte[] bytes = new byte[400_000];
        try (var people = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> all = Stream.generate(() -> (Callable<Boolean>) () -> keep(bytes))
                    .limit(8)
                    .toList();
            long first = people.invokeAll(all).stream()
                    .filter(done -> Boolean.TRUE.equals(done.resultNow()))
                    .count();
            assertThat(first).isEqualTo(1);
        }
        try (InputStream kept = store().open(hash(bytes)).orElseThrow()) {
            assertThat(kept).hasBinaryContent(bytes);
        }
    }

    @Test
    void a_thumbnail_is_kept_beside_the_bytes() throws Exception {
        byte[] bytes = bytes("with a picture");
        store().keep(content(bytes), bytes("png"), new ByteArrayInputStream(bytes));
        assertThat(store().thumbnail(hash(bytes))).hasValue(bytes("png"));
        keep(bytes("without"));
        assertThat(store().thumbnail(hash(bytes("without")))).isEmpty();
    }

    @Test
    void a_capture_is_found_as_it_was_and_kept_once() {
        Capture capture = capture("found", "page", "https://a.example/", AT, 200);
        assertThat(store().add(capture)).isTrue();
        assertThat(store().add(capture)).isFalse();
        assertThat(store().captures(new CaptureFilter("found", null, null, null, null), ALL)
                        .items())
                .containsExactly(capture);
        assertThat(store().captures(new CaptureFilter("found", hash(bytes("page")), null, "place", "tester"), ALL)
                        .total())
                .isEqualTo(1);
        assertThat(store().captures(new CaptureFilter("found", null, null, null, "another"), ALL)
                        .total())
                .isZero();
    }

    @Test
    void a_history_is_told_oldest_first() {
        Capture first = capture("told", "1", "https://b.example/", AT, 200);
        Capture second = capture("told", "2", "https://b.example/", AT.plusSeconds(60), 200);
        store().add(second);
        store().add(capture("told", "3", "https://else.example/", AT, 200));
        store().add(first);
        assertThat(store().history("told", "https://b.example/", 10)).containsExactly(first, second);
        assertThat(store().history("told", "https://b.example/", 1)).containsExactly(second);
    }

    @Test
    void what_observations_name_is_outstanding_until_it_is_brought() {
        store().named(List.of(naming("late", "p.list", "named"), naming("late", "p.figure", "named")));
        store().named(List.of(naming("late", "p.list", "named")));
        Standing standing = store().standings("late", null, false, ALL).items().getFirst();
        assertThat(standing.cells()).containsExactly("place-1/p.figure", "place-1/p.list");
        assertThat(standing.url()).isEqualTo("https://place-1.example/");
        store().add(capture("late", "named", "https://place-1.example/", AT, 200));
        assertThat(store().standings("late", null, false, ALL).total()).isZero();
        assertThat(store().standings("late", "place-1", true, ALL).total()).isEqualTo(1);
    }

    @Test
    void what_was_brought_before_it_is_named_is_not_outstanding() {
        store().add(capture("early", "early", "https://c.example/", AT, 200));
        store().named(List.of(naming("early", "p.list", "early")));
        Standing standing = store().standing("early", hash(bytes("early"))).orElseThrow();
        assertThat(standing.brought()).isTrue();
        assertThat(standing.cells()).containsExactly("place-1/p.list");
        assertThat(store().standings("early", null, false, ALL).total()).isZero();
    }

    private boolean keep(byte[] bytes) throws IOException {
        return store().keep(content(bytes), null, new ByteArrayInputStream(bytes));
    }

    static Content content(byte[] bytes) {
        return new Content(hash(bytes), bytes.length, "text/plain", "no picture", AT);
    }

    static Capture capture(String campaign, String content, String url, Instant at, int status) {
        return new Capture(
                campaign,
                hash(bytes(content)),
                Kind.PAGE,
                at,
                new Place(url, url + "final", List.of(url + "hop"), status, "题", "place"),
                new Origin("robot", "1.2", "tester"),
                "text/html",
                new Exchange(
                        "urn:uuid:1",
                        "response",
                        "GET / HTTP/1.1\r\n\r\n",
                        "HTTP/1.1 200 \u00e9\r\n\r\n",
                        "127.0.0.1",
                        "length"));
    }

    private static Observation naming(String campaign, String checkPoint, String content) {
        Proof proof = new Proof(
                "https://place-1.example/", null, AT, hash(bytes(content)).hex(), null);
        Submission submission =
                new Submission(campaign, "place-1", checkPoint, null, Judgement.MET, Samples.ROBOT, AT, List.of(proof));
        return new Observation(ObservationId.of(submission), submission, "provincial", AT);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Sha256 hash(byte[] bytes) {
        return Sha256.of(Sha256.digest().digest(bytes));
    }
}
