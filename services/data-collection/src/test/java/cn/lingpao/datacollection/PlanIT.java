package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.FallbackChanged;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String JSON = "application/json";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(PlanIT.class), List.of(DataCollectionApplication.class));
        service.publish(Reference.framework(), assigned("plan"), assigned("tasks"), assigned("fallen"));
        service.publish(
                SmallAssessment.target("plan", "a"),
                SmallAssessment.target("plan", "b"),
                SmallAssessment.target("tasks", "a"),
                SmallAssessment.target("fallen", "a"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_due_is_told_with_who_when_and_how_far_it_is() {
        assertThat(get("plan", "/plan?target=a").at("/total")).isEqualTo("3");
        assertThat(get("plan", "/plan?target=a").at("/items/0/channel")).isEqualTo("portal");
        assertThat(get("plan", "/plan?target=a").at("/items/0/dueBy/collector")).isEqualTo("site-collector");
        assertThat(get("plan", "/plan?target=a").at("/items/0/until")).isEqualTo("2021-10-31");
        assertThat(get("plan", "/plan?target=a").at("/items/1/dueBy/kind")).isEqualTo("PERSON");
        assertThat(get("plan", "/plan?target=a").at("/items/1/until")).isEqualTo("2021-11-30");

        send("plan", "a", "service.met", "\"UNDETERMINED\",\"cause\":\"firewall\",\"channel\":\"portal\"");
        send("plan", "b", "service.share", "12");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get("plan", "/plan?state=collected").at("/items/0/checkPoint"))
                .isEqualTo("service.share"));
        Answer undetermined = get("plan", "/plan?state=undetermined&node=service");
        assertThat(undetermined.at("/total")).isEqualTo("1");
        assertThat(undetermined.at("/items/0/cause")).isEqualTo("firewall");
        assertThat(undetermined.at("/items/0/remedy/zh")).isNotEmpty();
        assertThat(undetermined.at("/items/0/task")).isEqualTo("true");
        for (String by : List.of("target", "indicator", "collector", "day")) {
            int due = get("plan", "/plan/progress?by=" + by)
                    .json()
                    .get("rows")
                    .valueStream()
                    .mapToInt(row -> row.at("/count/due").intValue())
                    .sum();
            assertThat(due).as(by).isEqualTo(6);
        }
        Answer matrix = get("plan", "/plan/matrix");
        assertThat(matrix.at("/columns/0/id")).isEqualTo("service");
        assertThat(matrix.at("/rows/1/target/id")).isEqualTo("b");
        assertThat(matrix.at("/rows/1/fields/0/collected")).isEqualTo("1");
    }

    @Test
    void a_task_is_claimed_by_one_returned_and_done_by_itself_also_after_a_restart() {
        String task = "/api/v1/campaigns/tasks/tasks/a/service.share";

        assertThat(service.as("wang")
                        .post(task + "/claim", JSON, "", "reviewer")
                        .at("/state"))
                .isEqualTo("claimed");
        Answer second = service.as("li").post(task + "/claim", JSON, "", "collector");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/code")).isEqualTo("held");
        service.restart();
        assertThat(get("tasks", "/tasks?holder=wang").at("/total")).isEqualTo("1");

        assertThat(service.as("wang")
                        .post(task + "/return", JSON, "{}", "reviewer")
                        .status())
                .isEqualTo(400);
        assertThat(service.as("wang")
                        .post(task + "/return", JSON, "{\"reason\":\"去不了\"}", "reviewer")
                        .at("/acts/1/reason"))
                .isEqualTo("去不了");
        assertThat(service.as("li").post(task + "/claim", JSON, "", "collector").status())
                .isEqualTo(200);

        send("tasks", "a", "service.share", "7");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(get("tasks", "/tasks?state=done").at("/items/0/holder")).isEqualTo("li");
            assertThat(get("tasks", "/tasks?state=claimed").at("/total")).isEqualTo("0");
        });
        assertThat(get("tasks", "/tasks?state=open&escalated=true").at("/items/0/checkPoint"))
                .isEqualTo("service.met");
    }

    @Test
    void a_check_that_fell_back_to_people_is_visible_until_it_is_lifted() {
        assertThat(get("fallen", "/plan?node=service.met").at("/items/0/dueBy/kind"))
                .isEqualTo("SYSTEM");
        service.publish(fallback(1, true));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get("fallen", "/plan?node=service.met").at("/items/0/fallback"))
                .isEqualTo("true"));
        Answer cell = get("fallen", "/plan?node=service.met");
        assertThat(cell.at("/items/0/dueBy/kind")).isEqualTo("PERSON");
        assertThat(cell.at("/items/0/state")).isEqualTo("not-collected");
        assertThat(cell.at("/items/0/task")).isEqualTo("true");
        assertThat(cell.at("/items/0/fellBack/reason")).contains("3 of 20");
        assertThat(cell.at("/items/0/fellBack/since")).startsWith("2021-10-08");
        assertThat(get("fallen", "/tasks?node=service.met").at("/items/0/open/0/fallback"))
                .isEqualTo("true");
        assertThat(get("fallen", "/plan/matrix").at("/rows/0/fields/0/fallback"))
                .isEqualTo("1");
        assertThat(get("fallen", "/plan/matrix").at("/fallbacks/0/collector")).isEqualTo("site-collector");
        assertThat(get("fallen", "/plan/progress").at("/rows/0/count/fallback")).isEqualTo("1");
        assertThat(get("fallen", "/plan/progress").at("/fallbacks/0/checkPoint"))
                .isEqualTo("service.met");

        service.publish(fallback(2, false));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get("fallen", "/plan?node=service.met").at("/items/0/fallback"))
                .isEqualTo("false"));
        assertThat(get("fallen", "/plan/matrix").json().get("fallbacks")).isEmpty();
    }

    private static FallbackChanged fallback(long sequence, boolean active) {
        return new FallbackChanged(
                "fallen",
                "site-collector",
                "service.met",
                sequence,
                active,
                20,
                3,
                new BigDecimal("0.1"),
                "people overturned 3 of 20 reviewed results, more than the limit of 0.1",
                null,
                Instant.parse("2021-10-08T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /plan?state=late, auditor, 400, wrong-state
            /plan?target=z, auditor, 404, unknown-target
            /plan?node=z, auditor, 404, unknown-node
            /plan/progress?by=weather, auditor, 400, wrong-by
            /tasks?size=0, auditor, 400, wrong-page
            """)
    void a_question_that_has_no_answer_is_refused_by_name(String path, String role, int status, String code) {
        Answer answer = service.get("/api/v1/campaigns/plan" + path, role);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
    }

    @Test
    void only_those_allowed_see_and_claim() {
        String claim = "/api/v1/campaigns/plan/tasks/b/service.grade/claim";
        assertThat(service.get("/api/v1/campaigns/plan/plan").status()).isEqualTo(401);
        assertThat(service.get("/api/v1/campaigns/plan/plan", "judge").status()).isEqualTo(403);
        assertThat(service.post(claim, JSON, "", "auditor").status()).isEqualTo(403);
        assertThat(service.get("/api/v1/campaigns/nowhere/plan/matrix", "auditor")
                        .at("/code"))
                .isEqualTo("unknown-campaign");
    }

    static CampaignDefined assigned(String id) {
        return SmallAssessment.assigned(
                SmallAssessment.campaign(id),
                new Assignment(
                        "site-collector",
                        List.of("service.met"),
                        List.of(ChannelKind.PORTAL),
                        LocalDate.of(2021, 10, 31)));
    }

    private static Answer get(String campaign, String path) {
        return service.get("/api/v1/campaigns/" + campaign + path, "administrator");
    }

    private static void send(String campaign, String target, String checkPoint, String value) {
        String row =
                "{\"target\":\"%s\",\"checkPoint\":\"%s\",\"value\":%s,\"observedAt\":\"2021-10-01T10:00:00+08:00\"}"
                        .formatted(target, checkPoint, value);
        Answer sent = service.post(
                "/api/v1/campaigns/" + campaign + "/observations", "application/x-ndjson", row, "collector");
        assertThat(sent.at("/accepted")).isEqualTo("1");
    }
}
