package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private static final String RESULTS = "/api/v1/public/campaigns";

    private GatewayWithStubs gateway;

    @BeforeEach
    void start() {
        gateway = new GatewayWithStubs(
                "--GATEWAY_BREAKER_WAIT=500ms", "--GATEWAY_READ_TIMEOUT=5s", "--GATEWAY_RETRY_AFTER=2s");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_service_that_is_down_is_answered_for_and_the_others_go_on() {
        StubService publication = gateway.service("publication");
        publication.close();

        HttpResponse<String> response = gateway.get(RESULTS);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(GatewayWithStubs.problem(response).get("code").asString()).isEqualTo("unavailable");
        assertThat(response.body()).doesNotContain("localhost", "refused", Integer.toString(publication.port()));
        assertThat(gateway.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void an_issuer_that_is_down_is_no_fault_of_the_token() {
        HttpRequest.Builder request = gateway.as("/api/v1/frameworks", "administrator");
        gateway.issuer().close();

        HttpResponse<String> response = gateway.send(request);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(GatewayWithStubs.problem(response).get("code").asString()).isEqualTo("issuer-unavailable");
        assertThat(gateway.get(RESULTS).statusCode()).isEqualTo(200);
    }

    @Test
    void the_breaker_opens_and_closes_again() {
        StubService broken = gateway.service("publication");
        broken.behaves(exchange -> exchange.close());
        for (int i = 0; i < 10; i++) {
            assertThat(gateway.get(RESULTS).statusCode()).isEqualTo(503);
        }
        broken.answers("well again");

        assertThat(gateway.get(RESULTS).statusCode()).isEqualTo(503);
        assertThat(broken.calls()).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(gateway.get(RESULTS).statusCode()).isEqualTo(200));
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.get(RESULTS).body()).isEqualTo("well again");
        }
    }

    @Test
    void a_service_that_answers_with_its_own_error_is_passed_on() {
        gateway.service("publication").behaves(exchange -> StubService.send(exchange, 500, "own problem"));

        for (int i = 0; i < 20; i++) {
            HttpResponse<String> response = gateway.get(RESULTS);
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("own problem");
        }
    }

    @Test
    void a_service_that_is_too_slow_is_a_timeout() {
        gateway.close();
        gateway = new GatewayWithStubs("--GATEWAY_READ_TIMEOUT=200ms");
        CountDownLatch never = new CountDownLatch(1);
        gateway.service("publication").behaves(exchange -> hold(never, 5));

        HttpResponse<String> response = gateway.get(RESULTS);
        never.countDown();

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(GatewayWithStubs.problem(response).get("code").asString()).isEqualTo("timeout");
    }

    @Test
    void fifty_slow_calls_run_at_the_same_time() throws Exception {
        int calls = 50;
        CountDownLatch together = new CountDownLatch(calls);
        gateway.service("publication").behaves(exchange -> {
            together.countDown();
            hold(together, 4);
            StubService.send(exchange, together.getCount() == 0 ? 200 : 500, "");
        });
        List<Callable<Integer>> requests = IntStream.range(0, calls)
                .<Callable<Integer>>mapToObj(i -> () -> gateway.get(RESULTS).statusCode())
                .toList();

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : clients.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    private static void hold(CountDownLatch latch, int seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
