package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of its own client credentials, whose results people overturn, until its check falls back to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FallbackIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CLI = "lingpao-cli:lingpao-cli-development";
    private static final String PROBE = "probe:its-secret";
    private static final String YAML = "application/yaml";
    private static final String NDJSON = "application/x-ndjson";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FRAMEWORK = """
            id: small
            version: "1"
            name: {zh: 小, en: Small}
            levelNames: [{zh: 一级, en: First}]
            fullMarks: 100
            ranking: {method: dense, basis: raw, order: score}
            review: none
            missing: zero
            undetermined: zero
            nodes:
              - id: site
                name: {zh: 网站, en: Site}
                weight: 1
                checkPoints:
                  - {id: site.search, text: {zh: 搜索}, origin: platform, rule: checklist, points: 50}
                  - {id: site.plan, text: {zh: 规划}, origin: platform, rule: checklist, points: 50}
            """;
    private static final String CAMPAIGN = """
            id: watched
            name: {zh: 虚构, en: Invented}
            framework: small@1
            invented: true
            time: recorded
            phases:
              - {id: collection, name: {zh: 采集, en: Collection}, from: 2021-09-01, to: 2021-11-30}
            groups:
              - {id: places, name: {zh: 地方, en: Places}}
            lists:
              - {id: places, name: {zh: 地方, en: Places}, group: places, disclose: all}
            collection:
              - {collector: probe, checkPoints: [site.search], channels: [portal]}
            sampling: {share: 1, errorLimit: 0.5, atLeast: 2}
            """;
    private static final String TARGETS = """
            id,name,name_en,division_code,group,marks,channels
            a,甲,A,901000,places,,portal=https://a.example/
            b,乙,B,902000,places,,portal=https://b.example/
            c,丙,C,903000,places,,portal=https://c.example/
            """;

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Platform platform;

    @BeforeAll
    void start() {
        platform = Platform.start(folder.resolve("data"), Map.of("LINGPAO_COLLECTORS", PROBE));
        assertThat(send(CLI, "POST", "/frameworks", YAML, FRAMEWORK).statusCode())
                .isEqualTo(201);
        assertThat(send(CLI, "POST", "/campaigns", YAML, CAMPAIGN).statusCode()).isEqualTo(201);
        assertThat(send(CLI, "POST", "/campaigns/watched/targets", "text/csv", TARGETS)
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void what_people_overturn_reaches_the_plan_and_outlives_a_crash_until_it_is_lifted() {
        assertThat(observe("site.plan", "a").path("code").asString()).isEqualTo("not-registered");
        observe("site.search", "a");
        observe("site.search", "b");
        assertThat(plan("a").path("dueBy").path("collector").asString()).isEqualTo("probe");

        overturn("a");
        overturn("b");

        await().atMost(SOON).until(() -> plan("a").path("fallback").asBoolean());
        assertThat(plan("a").path("fellBack").path("reason").asString()).contains("2 of 2");
        assertThat(platform.audit("/campaigns/watched/tasks?node=site.search")
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(sampling().path("state").asString()).isEqualTo("fallback");
        observe("site.search", "c");
        await().atMost(SOON)
                .until(() -> platform.audit("/campaigns/watched/review-items?target=c")
                                .path("total")
                                .asInt()
                        == 1);
        assertThat(platform.audit("/campaigns/watched/verdicts?target=c")
                        .path("total")
                        .asInt())
                .isZero();

        platform.kill();
        platform.start();
        await().atMost(SOON).until(() -> plan("c").path("fallback").asBoolean());

        assertThat(send(CLI, "DELETE", "/campaigns/watched/fallbacks/probe/site.search?reason=mended", null, "")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> !plan("c").path("fallback").asBoolean());
        assertThat(sampling().path("state").asString()).isEqualTo("trusted");
    }

    private JsonNode observe(String checkPoint, String target) {
        String row = ("{\"target\":\"%s\",\"checkPoint\":\"%s\",\"channel\":\"portal\",\"value\":\"MET\","
                        + "\"observedAt\":\"2021-10-01T10:00:00+08:00\"}")
                .formatted(target, checkPoint);
        HttpResponse<String> answer = send(PROBE, "POST", "/campaigns/watched/observations", NDJSON, row);
        return JSON.readTree(answer.body()).path("rows").path(0);
    }

    private void overturn(String target) {
        String row = ("{\"targetId\":\"%s\",\"checkPointId\":\"site.search\",\"value\":\"NOT_MET\","
                        + "\"decidedBy\":\"reviewer-1\",\"at\":\"2021-10-08T10:00:00+08:00\"}")
                .formatted(target);
        HttpResponse<String> answer = send(CLI, "POST", "/campaigns/watched/decisions", NDJSON, row);
        assertThat(JSON.readTree(answer.body()).path("accepted").asInt())
                .as(answer.body())
                .isEqualTo(1);
    }

    private JsonNode plan(String target) {
        return platform.audit("/campaigns/watched/plan?node=site.search&target=" + target)
                .path("items")
                .path(0);
    }

    private JsonNode sampling() {
        return platform.audit("/campaigns/watched/sampling").path("items").path(0);
    }

    private HttpResponse<String> send(String client, String method, String path, @Nullable String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(client))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return sent(request.build());
    }

    private String token(String client) {
        String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return JSON.readTree(sent(request).body()).path("access_token").asString();
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
