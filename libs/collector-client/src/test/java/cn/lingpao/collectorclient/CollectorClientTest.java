package cn.lingpao.collectorclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lingpao.collectorclient.LoopbackPlatform.Call;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservedValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The client against a platform that stumbles; against the real one see data-collection's CollectorClientIT. */
class CollectorClientTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2021-10-01T02:00:00.123Z");

    @Test
    void a_batch_survives_an_outage_and_a_broken_connection_and_is_sent_the_same_again() {
        try (LoopbackPlatform platform =
                new LoopbackPlatform(300, CollectorClientTest::allAccepted).stumbling(503, LoopbackPlatform.CUT)) {
            Receipt receipt = platform.client(LONG).deliver("c", List.of(met("a"), met("b")));

            assertThat(receipt.accepted()).isEqualTo(2);
            assertThat(receipt.rows())
                    .extracting(row -> row.observation().target())
                    .containsExactly("a", "b");
            assertThat(platform.calls()).hasSize(3);
            assertThat(platform.calls()).extracting(Call::body).containsOnly("""
                    {"target":"a","checkPoint":"p","value":"MET","observedAt":"2021-10-01T02:00:00.123Z"}
                    {"target":"b","checkPoint":"p","value":"MET","observedAt":"2021-10-01T02:00:00.123Z"}
                    """);
            assertThat(platform.calls()).extracting(Call::encoding).containsOnly("gzip");
            assertThat(platform.grants()).isEqualTo(1);
        }
    }

    @Test
    void patience_has_an_end() {
        try (LoopbackPlatform platform =
                new LoopbackPlatform(300, call -> "{}").stumbling(503, 503, 503, 503, 503, 503, 503)) {
            CollectorClient client = platform.client(Duration.ofSeconds(1));

            assertThatExceptionOfType(PlatformFailure.class)
                    .isThrownBy(() -> client.deliver("c", List.of(met("a"))))
                    .withMessageContaining("answers (503): as told");
        }
    }

    @Test
    void a_refusal_is_not_tried_again() {
        try (LoopbackPlatform platform = new LoopbackPlatform(300, call -> "{}").stumbling(404)) {
            CollectorClient client = platform.client(LONG);

            assertThatExceptionOfType(PlatformRefusal.class)
                    .isThrownBy(() -> client.due("c"))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(404))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("told"));
            assertThat(platform.calls()).hasSize(1);
        }
    }

    @Test
    void many_rows_go_in_batches_and_come_back_in_order() {
        try (LoopbackPlatform platform = new LoopbackPlatform(300, CollectorClientTest::allAccepted)) {
            List<Observation> many = IntStream.range(0, 20_001)
                    .mapToObj(number -> met("t" + number))
                    .toList();

            Receipt receipt = platform.client(LONG).deliver("c", many);

            assertThat(receipt.rows()).extracting(Receipt.Row::observation).containsExactlyElementsOf(many);
            assertThat(platform.calls())
                    .extracting(call -> call.body().lines().count())
                    .containsExactly(10_000L, 10_000L, 1L);
        }
    }

    @Test
    void a_token_is_used_until_shortly_before_it_ends() {
        try (LoopbackPlatform platform = new LoopbackPlatform(300, call -> "{\"total\":0}")) {
            CollectorClient client = platform.client(LONG);
            client.due("c");
            client.due("c");
            assertThat(platform.grants()).isEqualTo(1);
        }
        try (LoopbackPlatform platform = new LoopbackPlatform(0, call -> "{\"total\":0}")) {
            platform.client(LONG).due("c");
            assertThat(platform.grants()).isEqualTo(2);
        }
    }

    @Test
    void every_kind_of_value_and_all_of_the_evidence_is_written() {
        Evidence evidence = new Evidence("https://a.example/", "首页", AT, "0".repeat(64), "日期 2021-10-01");
        try (LoopbackPlatform platform = new LoopbackPlatform(300, CollectorClientTest::allAccepted)) {
            platform.client(LONG)
                    .deliver(
                            "c",
                            List.of(
                                    new Observation(
                                            "a",
                                            "p",
                                            "portal",
                                            ObservedValue.undetermined("firewall"),
                                            AT,
                                            List.of(evidence)),
                                    new Observation(
                                            "a",
                                            "p",
                                            null,
                                            ObservedValue.number(new BigDecimal("12.5")),
                                            AT,
                                            List.of()),
                                    new Observation("a", "p", null, ObservedValue.grade("full"), AT, List.of())));

            assertThat(platform.calls().getFirst().body())
                    .contains("""
                    "channel":"portal","value":"UNDETERMINED","cause":"firewall",""", """
                    "evidence":[{"url":"https://a.example/","title":"首页","capturedAt":"2021-10-01T02:00:00.123Z",\
                    "sha256":"%s","note":"日期 2021-10-01"}]""".formatted("0".repeat(64)), "\"value\":12.5,", "\"value\":\"full\"");
        }
    }

    @Test
    void bytes_are_brought_under_their_hash() {
        try (LoopbackPlatform platform = new LoopbackPlatform(
                300, call -> "{\"sha256\":\"x\",\"type\":\"text/plain\",\"outcome\":\"stored\"}")) {
            EvidenceReceipt receipt =
                    platform.client(LONG).bring("c", "abc".getBytes(), Capture.page("https://a.example/?q=1", 200, AT));

            assertThat(receipt.isNew()).isTrue();
            assertThat(platform.calls().getFirst().line())
                    .isEqualTo("PUT /api/v1/campaigns/c/evidence/"
                            + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                            + "?kind=page&capturedAt=2021-10-01T02%3A00%3A00.123Z&url=https%3A%2F%2Fa.example%2F%3Fq%3D1"
                            + "&status=200");
        }
    }

    private static Observation met(String target) {
        return new Observation(target, "p", null, ObservedValue.MET, AT, List.of());
    }

    private static String allAccepted(Call call) {
        return Collections.nCopies((int) call.body().lines().count(), "{\"outcome\":\"accepted\"}").stream()
                .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
    }
}
