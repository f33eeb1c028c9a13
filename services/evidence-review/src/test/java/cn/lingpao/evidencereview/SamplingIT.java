package cn.lingpao.evidencereview;

import static cn.lingpao.contracts.ObservedValue.MET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FallbackChanged;
import cn.lingpao.contracts.Sampling;
import cn.lingpao.contracts.Topic;
import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplingIT {

    private static final String CAMPAIGN = "/api/v1/campaigns/drawn";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "evidence-review", Stores.embedded(SamplingIT.class), List.of(EvidenceReviewApplication.class));
        service.publish(Reference.framework(), sampled("drawn"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_check_that_people_overturn_falls_back_visibly_and_is_lifted() {
        for (String target : List.of("a", "b", "c")) {
            service.publish(Observed.event("o-" + target, "drawn", target, "service.none", MET, 1));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/review-items?state=open").at("/total")).isEqualTo("3"));
        Answer item = get("/review-items?state=open&target=a");
        assertThat(item.at("/items/0/sampled")).isEqualTo("true");
        assertThat(item.at("/items/0/standing/value")).isEqualTo("MET");
        assertThat(get("/verdicts").at("/total")).isEqualTo("3");

        assertThat(decide("a").at("/state")).isEqualTo("decided");
        assertThat(get("/sampling").at("/items/0/state")).isEqualTo("trusted");
        decide("b");

        Answer sampling = get("/sampling");
        assertThat(sampling.at("/items/0/collector")).isEqualTo("robot");
        assertThat(sampling.at("/items/0/state")).isEqualTo("fallback");
        assertThat(sampling.at("/items/0/sampled")).isEqualTo("3");
        assertThat(sampling.at("/items/0/reviewed")).isEqualTo("2");
        assertThat(sampling.at("/items/0/overturned")).isEqualTo("2");
        assertThat(sampling.at("/items/0/errorLimit")).isEqualTo("0.5");
        assertThat(sampling.at("/items/0/interval/low")).isEqualTo("0.3424");
        assertThat(sampling.at("/items/0/fallback/reason")).contains("2 of 2");
        assertThat(service.told(FallbackChanged.class, Topic.FALLBACK))
                .singleElement()
                .satisfies(event -> assertThat(event.active()).isTrue());

        service.publish(Observed.event("o-d", "drawn", "d", "service.none", MET, 1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/review-items?target=d").at("/items/0/fallback"))
                        .isEqualTo("true"));
        assertThat(get("/verdicts?target=d").at("/total")).isEqualTo("0");

        String fallback = CAMPAIGN + "/fallbacks/robot/service.none";
        assertThat(service.send("DELETE", fallback, "application/json", "{\"reason\":\"x\"}", "reviewer")
                        .status())
                .isEqualTo(403);
        assertThat(service.send("DELETE", fallback, null, "", "administrator").at("/code"))
                .isEqualTo("missing-reason");
        Answer lifted = service.as("root")
                .send("DELETE", fallback, "application/json", "{\"reason\":\"第二版已修正\"}", "administrator");
        assertThat(lifted.at("/active")).isEqualTo("false");
        assertThat(lifted.at("/by")).isEqualTo("root");
        assertThat(service.send("DELETE", fallback + "?reason=again", null, "", "administrator")
                        .at("/code"))
                .isEqualTo("no-fallback");
        assertThat(get("/sampling").at("/items/0/state")).isEqualTo("trusted");
        assertThat(service.told(FallbackChanged.class, Topic.FALLBACK)).hasSize(2);
    }

    @Test
    void sampling_of_a_campaign_that_is_not_there_is_not_found() {
        assertThat(service.get("/api/v1/campaigns/nowhere/sampling", "auditor").at("/code"))
                .isEqualTo("unknown-campaign");
        assertThat(service.get(CAMPAIGN + "/sampling").status()).isEqualTo(401);
    }

    private static Answer decide(String target) {
        return service.as("anna")
                .post(
                        CAMPAIGN + "/review-items/" + target + "~service.none/decisions",
                        "application/json",
                        "{\"value\":\"NOT_MET\",\"at\":\"2021-11-25T10:00:00+08:00\"}",
                        "reviewer");
    }

    private static Answer get(String path) {
        return service.get(CAMPAIGN + path, "auditor");
    }

    private static CampaignDefined sampled(String id) {
        return SmallAssessment.sampled(
                SmallAssessment.campaign(id),
                new Sampling("seed", BigDecimal.ONE, new BigDecimal("0.5"), 2, List.of()));
    }
}
