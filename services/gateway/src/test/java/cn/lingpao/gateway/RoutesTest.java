package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static GatewayWithStubs gateway;

    @BeforeAll
    static void start() {
        gateway = new GatewayWithStubs();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/frameworks, target-registry",
        "/api/v1/frameworks/cstc-2021@1/document, target-registry",
        "/api/v1/campaigns, target-registry",
        "/api/v1/campaigns/demo, target-registry",
        "/api/v1/campaigns/demo/targets, target-registry",
        "/api/v1/campaigns/demo/targets/a/channels/portal, target-registry",
        "/api/v1/campaigns/demo/participations, target-registry",
        "/api/v1/campaigns/demo/observations, data-collection",
        "/api/v1/campaigns/demo/observations/progress, data-collection",
        "/api/v1/campaigns/demo/rejections, data-collection",
        "/api/v1/campaigns/demo/evidence/outstanding, data-collection",
        "/api/v1/causes, data-collection",
        "/api/v1/campaigns/demo/review-items?state=open, evidence-review",
        "/api/v1/campaigns/demo/verdicts/progress, evidence-review",
        "/api/v1/campaigns/demo/sampling, evidence-review",
        "/api/v1/campaigns/demo/fallbacks/robot/site.search, evidence-review",
        "/api/v1/campaigns/demo/rankings/provincial, scoring",
        "/api/v1/campaigns/demo/scores/a/explanation?node=foundation, scoring",
        "/api/v1/campaigns/demo/cases, case-submission",
        "/api/v1/cases/1, case-submission",
        "/api/v1/campaigns/demo/releases/progress, publication",
        "/api/v1/campaigns/demo/collection-runs, site-collector",
        "/api/v1/campaigns/demo/collection-runs/1, site-collector",
        "/api/v1/campaigns/demo/collection-runs/1/cancellation, site-collector",
        "/api/v1/public/campaigns/demo/releases/latest, publication",
        "/v3/api-docs/collection, data-collection",
        "/v3/api-docs/collection-runs, site-collector",
        "/v3/api-docs, publication",
        "/, portal",
        "/results/demo, portal",
        "/assets/site.css, portal",
        "/webjars/htmx.org/dist/htmx.min.js, portal",
    })
    void a_path_leads_to_its_service(String path, String service) {
        HttpResponse<String> response = gateway.send(gateway.as(path, "administrator", "auditor", "judge"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(service);
        assertThat(gateway.service(service).lastCall().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere",
        "/api/v2/frameworks",
        "/api/v1/nowhere",
        "/fallback",
        "/actuator/env",
        "/actuator/mappings",
        "/error/x"
    })
    void anything_else_is_not_found(String path) {
        HttpResponse<String> response = gateway.send(gateway.as(path, "administrator"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(GatewayWithStubs.problem(response).get("status").asInt()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/public/%2e%2e/campaigns", "/results//x", "/a;b=c"})
    void a_path_that_is_not_clean_is_a_bad_request(String path) {
        HttpResponse<String> response = gateway.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(GatewayWithStubs.problem(response).get("code").asString()).isEqualTo("bad-request");
    }

    @Test
    void a_body_and_its_query_arrive_unchanged() {
        String body = "{\"a\":1}\n{\"a\":\"中文\"}\n";

        gateway.post(
                gateway.as("/api/v1/campaigns/d/observations?note=%E4%B8%AD%20x&b=1%262", "collector")
                        .header("Content-Type", "application/x-ndjson"),
                body);

        StubService.Call call = gateway.service("data-collection").lastCall();
        assertThat(call.body()).isEqualTo(body);
        assertThat(call.path()).isEqualTo("/api/v1/campaigns/d/observations?note=%E4%B8%AD%20x&b=1%262");
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/x-ndjson");
    }

    @Test
    void a_form_with_attachments_arrives_unchanged() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nabc\r\n--x--\r\n";

        gateway.post(
                gateway.request("/api/v1/campaigns/d/cases").header("Content-Type", "multipart/form-data; boundary=x"),
                BodyPublishers.ofString(body));

        assertThat(gateway.service("case-submission").lastCall().body()).isEqualTo(body);
    }

    @Test
    void an_answer_that_says_not_modified_passes() {
        gateway.service("publication").behaves(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=60");
            StubService.send(exchange, 304, "");
        });

        HttpResponse<String> response = gateway.get("/api/v1/public/campaigns");
        gateway.service("publication").answers("publication");

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().allValues("ETag")).containsExactly("\"1\"");
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("public, max-age=60");
    }
}
