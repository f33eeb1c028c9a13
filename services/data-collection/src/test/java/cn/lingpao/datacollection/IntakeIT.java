package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IntakeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NDJSON = "application/x-ndjson";
    private static final String OBSERVATIONS = "/api/v1/campaigns/intake/observations";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection",
                Stores.embedded(IntakeIT.class),
                List.of(DataCollectionApplication.class, PoisonedStore.class));
        service.publish(
                Reference.framework(),
                SmallAssessment.campaign("intake"),
                SmallAssessment.campaign("big"),
                SmallAssessment.campaign("crash"));
        service.publish(
                SmallAssessment.target("intake", "a"),
                SmallAssessment.target("intake", "b"),
                SmallAssessment.target("crash", "a"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_batch_is_answered_row_by_row_and_sent_again_changes_nothing() throws Exception {
        String batch = String.join(
                "\n",
                row("a", "service.met", "\"MET\""),
                "",
                "no json",
                row("a", "service.share", "12.5"),
                row("c", "service.met", "\"MET\""),
                row("a", "service.none", "\"MET\""),
                row("a", "service.share", "\"MET\""),
                row("b", "service.grade", "\"part\"").replace("{", "{\"channel\":\"fax\","),
                row("b", "service.grade", "\"part\"").replace("2021-10-01", "2021-12-01"),
                row("b", "service.grade", "\"part\"").replace("2021-10-01", "2999-01-01"),
                row("a", "service.met", "\"MET\""),
                row("b", "service.grade", "true"),
                row("b", "service.grade", "\"UNDETERMINED\""));

        JsonNode report = service.post(OBSERVATIONS, NDJSON, batch, "collector").json();
        assertThat(rows(report))
                .containsExactly(
                        "1 accepted null",
                        "3 rejected not-json",
                        "4 accepted null",
                        "5 rejected unknown-target",
                        "6 rejected unknown-check-point",
                        "7 rejected wrong-value",
                        "8 rejected unknown-channel",
                        "9 rejected outside-phase",
                        "10 rejected in-future",
                        "11 repeated null",
                        "12 rejected wrong-type",
                        "13 accepted null");
        assertThat(report.get("accepted").intValue()).isEqualTo(3);
        assertThat(report.get("repeated").intValue()).isEqualTo(1);
        assertThat(report.get("rejected").intValue()).isEqualTo(8);
        awaitProgress("intake", 3, 3, 8);

        JsonNode again = service.post(OBSERVATIONS, NDJSON, batch, "collector").json();
        assertThat(again.get("accepted").intValue()).isZero();
        assertThat(again.get("repeated").intValue()).isEqualTo(4);
        assertThat(again.get("rejected").intValue()).isEqualTo(8);
        awaitProgress("intake", 3, 3, 8);

        JsonNode found = service.get(OBSERVATIONS + "?target=a&checkPoint=service.share", "auditor")
                .json();
        assertThat(found.get("total").intValue()).isEqualTo(1);
        assertThat(found.get("items").get(0).get("value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(found.get("items").get(0).get("collector").get("id").stringValue())
                .isEqualTo(RunningService.USER);

        JsonNode rejections = service.get("/api/v1/campaigns/intake/rejections?size=2", "auditor")
                .json();
        assertThat(rejections.get("total").intValue()).isEqualTo(8);
        assertThat(rejections.get("items").get(0).get("line").intValue()).isEqualTo(3);
        assertThat(rejections.get("items").get(0).get("row").stringValue()).isEqualTo("no json");
    }

    @Test
    void thousands_of_rows_are_taken_in_and_projected_within_seconds() throws Exception {
        List<String> targets =
                IntStream.range(0, 120).mapToObj(each -> "t" + each).toList();
        targets.forEach(target -> service.publish(SmallAssessment.target("big", target)));
        String batch = targets.stream()
                .flatMap(target -> IntStream.range(0, 40).mapToObj(minute -> row(target, "service.met", "\"MET\"")
                        .replace("T10:00", "T%02d:%02d".formatted(minute / 60, minute % 60))))
                .collect(Collectors.joining("\n"));
        long start = System.nanoTime();
        JsonNode report = service.post("/api/v1/campaigns/big/observations", NDJSON, batch, "collector")
                .json();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(report.get("accepted").intValue()).isEqualTo(4_800);
        awaitProgress("big", 4_800, 120, 0);
        Duration projected = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("4,800 rows: acknowledged after %s, projected after %s%n", taken, projected);
        assertThat(projected).isLessThan(PATIENCE);
        JsonNode again = service.post("/api/v1/campaigns/big/observations", NDJSON, batch, "collector")
                .json();
        assertThat(again.get("repeated").intValue()).isEqualTo(4_800);
    }

    @Test
    void after_a_restart_the_same_batch_is_recognised() throws Exception {
        String batch = row("a", "service.met", "\"MET\"") + "\n" + row("a", "service.share", "1");
        String path = "/api/v1/campaigns/crash/observations";
        assertThat(service.post(path, NDJSON, batch, "collector")
                        .json()
                        .get("accepted")
                        .intValue())
                .isEqualTo(2);
        service.restart();
        assertThat(service.post(path, NDJSON, batch, "collector")
                        .json()
                        .get("repeated")
                        .intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            , 401
            reviewer, 403
            """)
    void only_a_collector_may_send(String role, int status) throws Exception {
        String[] roles = role == null ? new String[0] : new String[] {role};
        assertThat(service.post(OBSERVATIONS, NDJSON, "{}", roles).status()).isEqualTo(status);
    }

    @Test
    void a_batch_for_an_unknown_campaign_is_not_found() throws Exception {
        var response = service.post("/api/v1/campaigns/nowhere/observations", NDJSON, "{}", "collector");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().get("code").stringValue()).isEqualTo("unknown-campaign");
    }

    @Test
    void a_body_over_its_limit_is_refused() throws Exception {
        var response = service.post(OBSERVATIONS, NDJSON, "x".repeat(17 << 20), "collector");
        assertThat(response.status()).isEqualTo(413);
    }

    @Test
    void what_the_framework_refuses_by_itself_has_a_code_as_well() {
        assertThat(service.post(OBSERVATIONS, "application/json", "{}", "collector")
                        .at("/code"))
                .isEqualTo("unsupported-media-type");
        assertThat(service.send("DELETE", OBSERVATIONS, null, "", "collector").at("/code"))
                .isEqualTo("method-not-allowed");
    }

    @Test
    void a_page_that_cannot_be_is_refused() throws Exception {
        assertThat(service.get(OBSERVATIONS + "?size=0", "auditor").status()).isEqualTo(400);
    }

    private static void awaitProgress(String campaign, int observations, int cells, int rejections) {
        String path = "/api/v1/campaigns/" + campaign + "/observations/progress";
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> assertThat(
                        service.get(path, "administrator").json())
                .hasToString("{\"observations\":%d,\"cells\":%d,\"rejections\":%d}"
                        .formatted(observations, cells, rejections)));
    }

    private static List<String> rows(JsonNode report) {
        return report.get("rows")
                .valueStream()
                .map(row -> "%d %s %s"
                        .formatted(
                                row.get("line").intValue(),
                                row.get("outcome").stringValue(),
                                row.path("code").stringValue(null)))
                .toList();
    }

    private static String row(String target, String checkPoint, String value) {
        return "{\"target\":\"%s\",\"checkPoint\":\"%s\",\"value\":%s,\"observedAt\":\"2021-10-01T10:00:00+08:00\"}"
                .formatted(target, checkPoint, value);
    }
}
