package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

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
        "GET, /api/v1/frameworks",
        "POST, /api/v1/frameworks",
        "POST, /api/v1/campaigns/d/observations",
        "POST, /api/v1/campaigns/d/collection-runs",
        "GET, /api/v1/campaigns/d/collection-runs",
        "POST, /api/v1/campaigns/d/collection-runs/1/cancellation",
        "GET, /api/v1/campaigns/d/scores/a",
        "HEAD, /api/v1/campaigns/d/scores/a",
        "POST, /api/v1/public/campaigns",
        "GET, /api/v1/nowhere",
    })
    void no_token_no_entry(String method, String path) {
        HttpResponse<String> response = send(method, path, null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        if (!method.equals("HEAD")) {
            assertProblem(response, "no-token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/frameworks", "/api/v1/public/campaigns", "/"})
    void a_token_that_is_not_valid_is_refused_everywhere(String path) {
        StubIssuer issuer = gateway.issuer();

        assertThat(send("GET", path, "nonsense").statusCode()).isEqualTo(401);
        assertThat(send("GET", path, issuer.expiredToken("a", "administrator")).statusCode())
                .isEqualTo(401);
        assertProblem(send("GET", path, issuer.forgedToken("a", "administrator")), "no-token");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/frameworks, collector",
        "POST, /api/v1/campaigns, publisher",
        "PUT, /api/v1/campaigns/d/targets/a, reviewer",
        "POST, /api/v1/campaigns/d/observations, reviewer",
        "POST, /api/v1/campaigns/d/collection-runs, reviewer",
        "POST, /api/v1/campaigns/d/collection-runs, auditor",
        "POST, /api/v1/campaigns/d/collection-runs, target-representative",
        "POST, /api/v1/campaigns/d/collection-runs/1/cancellation, reviewer",
        "GET, /api/v1/campaigns/d/collection-runs, judge",
        "GET, /api/v1/campaigns/d/collection-runs/1, target-representative",
        "PUT, /api/v1/campaigns/d/evidence, reviewer",
        "GET, /api/v1/campaigns/d/evidence/1, judge",
        "POST, /api/v1/campaigns/d/decisions, collector",
        "POST, /api/v1/campaigns/d/review-items/1/decisions, collector",
        "GET, /api/v1/campaigns/d/scores/a, collector",
        "HEAD, /api/v1/campaigns/d/rankings/provincial, collector",
        "POST, /api/v1/campaigns/d/cases/1/award, reviewer",
        "DELETE, /api/v1/campaigns/d/cases/1/award, reviewer",
        "DELETE, /api/v1/campaigns/d/fallbacks/robot/site.search, reviewer",
        "POST, /api/v1/campaigns/d/releases, auditor",
    })
    void a_wrong_role_is_forbidden(String method, String path, String role) {
        HttpResponse<String> response = send(method, path, gateway.issuer().token("a", role));

        assertThat(response.statusCode()).isEqualTo(403);
        if (!method.equals("HEAD")) {
            assertProblem(response, "wrong-role");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/frameworks, administrator",
        "POST, /api/v1/campaigns/d/observations, collector",
        "POST, /api/v1/campaigns/d/collection-runs, administrator",
        "POST, /api/v1/campaigns/d/collection-runs, collector",
        "POST, /api/v1/campaigns/d/collection-runs/1/cancellation, collector",
        "GET, /api/v1/campaigns/d/collection-runs/1, reviewer",
        "GET, /api/v1/campaigns/d/collection-runs, auditor",
        "POST, /api/v1/campaigns/d/review-items/1/decisions, arbiter",
        "GET, /api/v1/campaigns/d/scores/a, auditor",
        "GET, /api/v1/campaigns/d/scores/progress, collector",
        "POST, /api/v1/campaigns/d/cases/1/award, judge",
        "POST, /api/v1/campaigns/d/releases, publisher",
    })
    void the_right_role_passes_with_its_token(String method, String path, String role) {
        String token = gateway.issuer().token("a", role);

        assertThat(send(method, path, token).statusCode()).isEqualTo(200);
        assertThat(GatewayWithStubs.SERVICES)
                .anySatisfy(name -> assertThat(gateway.service(name).calls())
                        .anySatisfy(call -> assertThat(call.headers().getFirst("Authorization"))
                                .isEqualTo("Bearer " + token)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/public/campaigns",
        "GET, /v3/api-docs",
        "GET, /v3/api-docs/collection-runs",
        "GET, /",
        "POST, /api/v1/campaigns/d/cases",
        "POST, /api/v1/campaigns/d/participations",
        "GET, /actuator/health",
    })
    void what_is_public_needs_no_token(String method, String path) {
        assertThat(send(method, path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void only_the_method_that_is_public_is_public() {
        assertThat(send("DELETE", "/api/v1/campaigns/d/cases", null).statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/api/v1/campaigns/d/cases", null).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> send(String method, String path, @Nullable String token) {
        HttpRequest.Builder request = gateway.request(path).method(method, HttpRequest.BodyPublishers.noBody());
        return gateway.send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static void assertProblem(HttpResponse<String> response, String code) {
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(GatewayWithStubs.problem(response).get("code").asString()).isEqualTo(code);
    }
}
