package cn.lingpao.portal.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.portal.results.Results.Unavailable;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** What the services say, as the workbench understands it. */
class HttpFieldworkTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpFieldwork fieldwork;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        RestClient service =
                RestClient.create("http://localhost:" + server.getAddress().getPort());
        fieldwork = new HttpFieldwork(service, service, service, service);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void targets_have_the_name_that_the_registry_gives_them() {
        answer = """
                [{"campaignId": "c", "targetId": "x01", "sequence": 1, "name": {"zh": "甲", "en": "A"}, "channels": []}]""";
        Matrix.Heading target = fieldwork.targets("c").getFirst();
        assertThat(target.id()).isEqualTo("x01");
        assertThat(target.name().zh()).isEqualTo("甲");
    }

    @Test
    void what_a_reader_types_stays_one_parameter() {
        answer = "{\"items\": [], \"page\": 0, \"size\": 25, \"total\": 0}";
        fieldwork.captures("c", Map.of("url", "https://a.example/?x=1&target=b&{y}"));
        assertThat(asked)
                .containsExactly(
                        "GET /api/v1/campaigns/c/evidence?url=https%3A%2F%2Fa.example%2F%3Fx%3D1%26target%3Db%26%7By%7D");
        fieldwork.points("a/../b", Map.of());
        assertThat(asked.getLast()).isEqualTo("GET /api/v1/campaigns/a%2F..%2Fb/plan");
    }

    @Test
    void a_refusal_keeps_its_status_and_code() {
        status = 409;
        answer = "{\"status\": 409, \"code\": \"held\", \"detail\": \"li na holds x01/p\"}";
        assertThatThrownBy(() -> fieldwork.claim("c", "x01", "p")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("held");
        });
    }

    @Test
    void a_failing_or_silent_service_is_away() {
        status = 500;
        assertThatThrownBy(() -> fieldwork.matrix("c")).isInstanceOf(Unavailable.class);
        server.stop(0);
        assertThatThrownBy(() -> fieldwork.matrix("c")).isInstanceOf(Unavailable.class);
    }
}
