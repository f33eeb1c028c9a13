package cn.lingpao.portal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

class HttpResultsTest {

    private static final String RELEASES = """
            {"campaign":"garden","releases":[{"number":1,"hash":"aa","publishedAt":"2021-12-20T02:00:00Z",\
            "corrects":null,"reason":null,"added-later":true}]}""";
    private static final String RANKING = """
            {"list":{"id":"all","name":{"zh":"总榜","en":"All"},"top":2},"entries":[{"rank":1,"tied":false,\
            "target":{"id":"aster","name":{"zh":"紫菀","en":"Aster"},"division":null},"total":91.5,"level":null,"bonus":0,\
            "dimensions":[{"id":"data","state":"UNDETERMINED","score":null}]}]}""";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";
    private Results results;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        results = patientFor(Duration.ofSeconds(20));
    }

    private Results patientFor(Duration time) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(time);
        return new HttpResults(RestClient.builder()
                .requestFactory(requests)
                .baseUrl("http://localhost:" + server.getAddress().getPort())
                .build());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        body = RELEASES;
        Releases first = results.releases("garden").orElseThrow();
        assertThat(first.releases()).extracting(Releases.Header::number).containsExactly(1);
        assertThat(results.releases("garden")).containsSame(first);
        assertThat(asked)
                .containsExactly(
                        "/api/v1/public/campaigns/garden/releases 200", "/api/v1/public/campaigns/garden/releases 304");
    }

    @Test
    void every_document_that_publication_writes_can_be_read() throws IOException {
        body = golden("campaigns.json");
        assertThat(results.campaigns().campaigns().getFirst().latest().number()).isEqualTo(2);
        body = golden("releases.json");
        assertThat(results.releases("sample-2021").orElseThrow().correctionOf(1))
                .isPresent();
        body = golden("release.json");
        Release release = results.release("sample-2021", "2").orElseThrow();
        assertThat(release.content().framework().nodes()).hasSize(2);
        assertThat(release.content().lists())
                .extracting(Release.ListHeading::top)
                .containsExactly(3, null);
        body = golden("ranking.json");
        assertThat(results.ranking("sample-2021", 2, "harbours").orElseThrow().entries())
                .extracting(Ranking.Entry::rank)
                .containsExactly(BigDecimal.ONE, null);
        body = golden("target.json");
        Sheet sheet = results.sheet("sample-2021", 2, "fennel").orElseThrow();
        assertThat(sheet.total()).isNull();
        assertThat(sheet.nodes().getFirst().state()).isEqualTo(Ranking.State.MISSING);
        assertThat(sheet.nodes().getFirst().undetermined()).isEqualTo(1);
    }

    private static String golden(String file) throws IOException {
        return Files.readString(Path.of("../publication/src/test/resources/golden", file));
    }

    @Test
    void a_numbered_release_is_asked_for_once() {
        body = RANKING;
        assertThat(results.ranking("garden", 1, "all")
                        .orElseThrow()
                        .entries()
                        .getFirst()
                        .total())
                .isEqualByComparingTo("91.5");
        results.ranking("garden", 1, "all");
        assertThat(asked).containsExactly("/api/v1/public/campaigns/garden/releases/1/rankings/all 200");
    }

    @Test
    void what_was_not_published_is_empty() {
        status = 404;
        body = "{\"status\":404}";
        assertThat(results.sheet("garden", 1, "nobody")).isEmpty();
    }

    @Test
    void a_name_cannot_lead_elsewhere() {
        status = 404;
        results.sheet("garden", 1, "../../../actuator");
        assertThat(asked)
                .containsExactly("/api/v1/public/campaigns/garden/releases/1/targets/..%2F..%2F..%2Factuator 404");
    }

    @Test
    void a_failure_and_an_unreadable_answer_are_no_results() {
        status = 500;
        assertThatThrownBy(() -> results.campaigns()).isInstanceOf(Results.Unavailable.class);
        status = 200;
        body = "<html>";
        assertThatThrownBy(() -> results.campaigns()).isInstanceOf(Results.Unavailable.class);
        server.stop(0);
        assertThatThrownBy(() -> results.campaigns()).isInstanceOf(Results.Unavailable.class);
    }

    @Test
    void an_answer_that_does_not_come_is_waited_for_no_longer_than_said() {
        body = "slow";
        Results hasty = patientFor(Duration.ofMillis(100));
        assertThatThrownBy(hasty::campaigns).isInstanceOf(Results.Unavailable.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean unchanged = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        int code = unchanged ? 304 : status;
        asked.add(exchange.getRequestURI().getRawPath() + " " + code);
        if (body.equals("slow")) {
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        exchange.sendResponseHeaders(code, unchanged || bytes.length == 0 ? -1 : bytes.length);
        if (!unchanged) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
