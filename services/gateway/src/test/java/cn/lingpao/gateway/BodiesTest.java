package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private static final String INTAKE = "/api/v1/campaigns/d/observations";
    private static final int MEGABYTE = 1 << 20;

    private static GatewayWithStubs gateway;

    @BeforeAll
    static void start() {
        gateway = new GatewayWithStubs("--GATEWAY_LIMIT_PUBLIC_FORM=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void answer_as_usual() {
        gateway.service("data-collection").answers("data-collection");
    }

    @Test
    void a_declared_body_over_the_limit_is_refused_before_it_is_sent_on() {
        int before = gateway.service("data-collection").calls().size();

        HttpResponse<String> response =
                gateway.post(gateway.as(INTAKE, "collector"), BodyPublishers.ofByteArray(new byte[16 * MEGABYTE + 1]));

        assertTooLarge(response);
        assertThat(gateway.service("data-collection").calls()).hasSize(before);
    }

    @Test
    void a_chunked_body_over_the_limit_is_refused_while_it_streams() {
        HttpResponse<String> response =
                gateway.post(gateway.as(INTAKE, "collector"), BodyPublishers.ofInputStream(() -> zeros(17)));

        assertTooLarge(response);
    }

    @Test
    void a_body_at_the_limit_passes() {
        gateway.service("data-collection")
                .behaves(exchange -> StubService.send(
                        exchange,
                        200,
                        Integer.toString(exchange.getRequestBody().readAllBytes().length)));

        HttpResponse<String> response =
                gateway.post(gateway.as(INTAKE, "collector"), BodyPublishers.ofInputStream(() -> zeros(16)));

        assertThat(response.body()).isEqualTo(Integer.toString(16 * MEGABYTE));
    }

    @Test
    void lines_reach_the_service_while_the_client_is_still_sending() throws Exception {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        gateway.service("data-collection").behaves(exchange -> {
            byte[] first = exchange.getRequestBody().readNBytes(64 * 1024);
            arrived.add(new String(first, 0, 5, StandardCharsets.UTF_8));
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            StubService.send(exchange, 200, "done");
        });
        try (Socket client = connect()) {
            write(
                    client,
                    "POST " + INTAKE + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                            + gateway.issuer().token("someone", "collector") + "\r\n\r\n");
            String lines = "first".repeat(20_000);
            write(client, Integer.toHexString(lines.length()) + "\r\n" + lines + "\r\n");

            assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo("first");

            write(client, "0\r\n\r\n");
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void clients_that_break_off_or_send_too_much_do_not_open_the_breaker() throws IOException {
        for (int i = 0; i < 12; i++) {
            assertTooLarge(gateway.post(
                    gateway.request("/api/v1/campaigns/d/participations"),
                    BodyPublishers.ofInputStream(() -> zeros(17))));
            breakOff();
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(gateway.send(gateway.as("/api/v1/frameworks", "auditor"))
                                .statusCode())
                        .isEqualTo(200));
        assertThat(gateway.bean(CircuitBreakerRegistry.class)
                        .circuitBreaker("target-registry")
                        .getMetrics()
                        .getNumberOfFailedCalls())
                .isZero();
    }

    private static void breakOff() throws IOException {
        try (Socket client = connect()) {
            write(
                    client,
                    "POST /api/v1/campaigns/d/participations HTTP/1.1\r\nHost: x\r\n"
                            + "Content-Length: 1000\r\n\r\nonly this");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n186a0\r\n"})
    void half_a_body_never_reaches_the_service_as_a_whole_one(String start) throws Exception {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        gateway.service("data-collection").behaves(exchange -> arrived.add(whole(exchange.getRequestBody())));
        try (Socket client = connect()) {
            String token = gateway.issuer().token("someone", "collector");
            write(client, "POST " + INTAKE + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + start);
            write(client, "x".repeat(100_000) + "\r\n");
        }

        assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo("broken off");
    }

    @Test
    void a_body_that_grows_over_the_limit_never_reaches_the_service_as_a_whole_one() throws Exception {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        gateway.service("data-collection").behaves(exchange -> arrived.add(whole(exchange.getRequestBody())));

        assertTooLarge(gateway.post(gateway.as(INTAKE, "collector"), BodyPublishers.ofInputStream(() -> zeros(17))));

        assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo("broken off");
    }

    private static String whole(InputStream body) {
        try {
            return body.readAllBytes().length + " bytes";
        } catch (IOException broken) {
            return "broken off";
        }
    }

    private static Socket connect() throws IOException {
        URI door = URI.create(gateway.url());
        return new Socket(door.getHost(), door.getPort());
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private static InputStream zeros(int megabytes) {
        InputStream body = InputStream.nullInputStream();
        for (int i = 0; i < megabytes; i++) {
            body = new SequenceInputStream(body, new ByteArrayInputStream(new byte[MEGABYTE]));
        }
        return body;
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(GatewayWithStubs.problem(response).get("code").asString()).isEqualTo("body-too-large");
    }
}
