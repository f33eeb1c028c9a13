package cn.lingpao.evidencereview;

import static cn.lingpao.contracts.ObservedValue.MET;
import static cn.lingpao.contracts.ObservedValue.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Topic;
import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NDJSON = "application/x-ndjson";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "evidence-review",
                Stores.embedded(ReviewIT.class),
                List.of(EvidenceReviewApplication.class, PoisonedCells.class));
        service.publish(
                Reference.framework(),
                SmallAssessment.campaign("bench"),
                SmallAssessment.campaign("batch"),
                SmallAssessment.campaign("big"),
                SmallAssessment.campaign("doors"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void two_reviewers_and_an_arbiter_decide_at_the_workbench() throws Exception {
        service.publish(
                Observed.event("b1", "bench", "a", "service.double", MET, 1),
                Observed.event("b2", "bench", "a", "service.none", MET, 1));
        String items = "/api/v1/campaigns/bench/review-items";
        String decisions = items + "/a~service.double/decisions";
        awaitProgress("bench", "{\"observations\":2,\"cells\":2,\"verdicts\":1,\"open\":1,\"disputed\":0}");

        assertThat(decide(decisions, "MET", "anna", "reviewer")
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("first-decision");
        JsonNode open =
                service.as("boris").get(items + "?state=open", "reviewer").json();
        assertThat(open.get("total").intValue()).isEqualTo(1);
        JsonNode blind = open.get("items").get(0);
        assertThat(blind.get("item").stringValue()).isEqualTo("a~service.double");
        assertThat(blind.get("observations").get(0).get("value").stringValue()).isEqualTo("MET");
        assertThat(blind.get("decisions").get(0).has("value")).isFalse();

        assertThat(code(decide(decisions, "NOT_MET", "anna", "reviewer"), 409)).isEqualTo("same-person");
        assertThat(decide(decisions, "MET", "anna", "reviewer")
                        .json()
                        .get("outcome")
                        .stringValue())
                .isEqualTo("repeated");
        assertThat(decide(decisions, "NOT_MET", "boris", "reviewer")
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("disputed");
        assertThat(code(decide(decisions, "NOT_MET", "clara", "reviewer"), 403)).isEqualTo("wrong-role");
        assertThat(decide(decisions, "NOT_MET", "dora", "arbiter")
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("decided");
        assertThat(code(decide(decisions, "MET", "clara", "reviewer"), 409)).isEqualTo("already-decided");

        JsonNode verdicts = service.get("/api/v1/campaigns/bench/verdicts?target=a", "auditor")
                .json();
        assertThat(verdicts.get("total").intValue()).isEqualTo(2);
        assertThat(verdicts.get("items").get(0).get("verdictId").stringValue()).isEqualTo("bench/a/service.double#1");
        assertThat(verdicts.get("items").get(0).get("decidedBy")).hasSize(3);
        awaitTold("bench/a/service.double#1");
    }

    @Test
    void decisions_sent_right_after_the_observations_find_their_cells() throws Exception {
        List<String> targets =
                IntStream.range(0, 300).mapToObj(each -> "t" + each).toList();
        service.publish(targets.stream()
                .flatMap(target -> Stream.of(
                        Observed.event(target + "1", "batch", target, "service.double", MET, 1),
                        Observed.event(target + "2", "batch", target, "service.double", NOT_MET, 2)))
                .toArray(DomainEvent[]::new));
        String batch = String.join(
                "\n",
                targets.stream()
                        .flatMap(
                                target -> Stream.of(row(target, "MET", "reviewer-1"), row(target, "MET", "reviewer-2")))
                        .toList());
        JsonNode report = imported("batch", batch);
        assertThat(report.get("accepted").intValue()).isEqualTo(600);
        assertThat(report.get("rows").get(1).get("state").stringValue()).isEqualTo("decided");
        assertThat(imported("batch", batch).get("repeated").intValue()).isEqualTo(600);
        assertThat(service.send("POST", "/api/v1/campaigns/batch/decisions", NDJSON, gzip(batch), "administrator")
                        .at("/repeated"))
                .isEqualTo("600");
        awaitProgress("batch", "{\"observations\":600,\"cells\":300,\"verdicts\":300,\"open\":0,\"disputed\":0}");

        JsonNode refused = imported("batch", row("nowhere", "MET", "reviewer-1") + "\nno json");
        assertThat(refused.get("rows").get(0).get("code").stringValue()).isEqualTo("unknown-cell");
        assertThat(refused.get("rows").get(1).get("code").stringValue()).isEqualTo("not-json");
    }

    @Test
    void thousands_of_observations_have_their_verdicts_within_seconds() {
        DomainEvent[] observations = IntStream.range(0, 4_800)
                .mapToObj(each -> Observed.event("x" + each, "big", "t" + each, "service.none", MET, 1))
                .toArray(DomainEvent[]::new);
        long start = System.nanoTime();
        service.publish(observations);
        awaitProgress("big", "{\"observations\":4800,\"cells\":4800,\"verdicts\":4800,\"open\":0,\"disputed\":0}");
        Duration projected = Duration.ofNanos(System.nanoTime() - start);
        assertThat(projected).isLessThan(PATIENCE);
    }

    @Test
    void the_doors_are_kept() throws Exception {
        String decisions = "/api/v1/campaigns/doors/decisions";
        assertThat(service.post(decisions, NDJSON, "{}").status()).isEqualTo(401);
        assertThat(service.post(decisions, NDJSON, "{}", "collector").status()).isEqualTo(403);
        assertThat(service.post("/api/v1/campaigns/nowhere/decisions", NDJSON, "{}", "reviewer")
                        .status())
                .isEqualTo(404);
        String item = "/api/v1/campaigns/doors/review-items/a~service.single/decisions";
        assertThat(code(decide(item, "MET", "x", "reviewer"), 404)).isEqualTo("unknown-cell");
        assertThat(service.post(item, "application/json", "{\"value\":1}", "reviewer")
                        .status())
                .isEqualTo(422);
        assertThat(service.post(item, "application/json", "{", "reviewer").status())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/campaigns/doors/review-items?state=lost", "reviewer")
                        .status())
                .isEqualTo(400);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Answer decide(String path, String value, String who, String role) throws Exception {
        String body = "{\"value\":\"%s\",\"at\":\"2021-11-25T10:00:00+08:00\"}".formatted(value);
        return service.as(who).post(path, "application/json", body, role);
    }

    private static String code(Answer response, int status) {
        assertThat(response.status()).isEqualTo(status);
        return response.json().get("code").stringValue();
    }

    private static JsonNode imported(String campaign, String batch) throws Exception {
        return service.post("/api/v1/campaigns/" + campaign + "/decisions", NDJSON, batch, "administrator")
                .json();
    }

    private static String row(String target, String value, String by) {
        return ("{\"targetId\":\"%s\",\"checkPointId\":\"service.double\",\"value\":\"%s\",\"decidedBy\":\"%s\","
                        + "\"at\":\"2021-11-25T10:00:00+08:00\"}")
                .formatted(target, value, by);
    }

    private static void awaitProgress(String campaign, String progress) {
        String path = "/api/v1/campaigns/" + campaign + "/verdicts/progress";
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(
                        service.get(path, "administrator").json())
                .hasToString(progress));
    }

    private static void awaitTold(String verdictId) {
        await().untilAsserted(() -> assertThat(service.records(Topic.VERDICT.topicName()))
                .filteredOn(record -> new String(record.value(), StandardCharsets.UTF_8).contains(verdictId))
                .hasSize(1));
    }
}
