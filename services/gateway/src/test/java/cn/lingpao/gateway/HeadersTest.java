package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final String RESULTS = "/api/v1/public/campaigns";

    private static GatewayWithStubs gateway;

    @BeforeAll
    static void start() {
        gateway = new GatewayWithStubs();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void answer_as_usual() {
        gateway.service("publication").answers("publication");
    }

    @Test
    void a_service_learns_the_outside_address_and_not_what_the_client_claims() {
        gateway.send(gateway.request(RESULTS)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=6.6.6.6"));

        Headers headers = gateway.service("publication").lastCall().headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(gateway.url()).endsWith(":" + headers.getFirst("X-Forwarded-Port"));
        assertThat(headers).doesNotContainKey("Forwarded");
    }

    @Test
    void the_request_id_and_the_trace_pass_through() {
        HttpResponse<String> response = gateway.send(gateway.request(RESULTS)
                .header("X-Request-Id", "request-0815")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        Headers headers = gateway.service("publication").lastCall().headers();
        assertThat(headers.getFirst("X-Request-Id")).isEqualTo("request-0815");
        assertThat(headers.getFirst("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("request-0815");
    }

    @Test
    void a_request_without_a_good_id_gets_one() {
        HttpResponse<String> response =
                gateway.send(gateway.request(RESULTS).header("X-Request-Id", "bad id <script>"));

        String id = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(gateway.service("publication").lastCall().headers().getFirst("X-Request-Id"))
                .isEqualTo(id);
    }

    @Test
    void every_answer_has_the_security_headers_once() {
        HttpResponse<String> response = gateway.get(RESULTS);

        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
    }

    @Test
    void no_answer_names_what_is_behind_the_gateway() {
        StubService publication = gateway.service("publication");
        publication.behaves(exchange -> {
            exchange.getResponseHeaders().set("Location", publication.url() + "/api/v1/public/x?y=1");
            exchange.getResponseHeaders().set("Server", "inside/1.0");
            exchange.getResponseHeaders().set("X-Powered-By", "inside");
            StubService.send(exchange, 303, "");
        });

        HttpResponse<String> response = gateway.get(RESULTS);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/public/x?y=1");
        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/x", "/api/v1/frameworks/a@1", "x?y=1"})
    void any_other_location_is_left_alone(String location) {
        gateway.service("publication").behaves(exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            StubService.send(exchange, 201, "");
        });

        HttpResponse<String> response = gateway.get(RESULTS);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).hasValue(location);
    }
}
