package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolitenessTest {

    private final FaultServer server = new FaultServer().on("/", FaultServer.html("home"));
    private final Web web = Webs.onLoopback();

    @AfterEach
    void stop() {
        server.close();
    }

    private void robots(String text) {
        server.on("/robots.txt", FaultServer.page(200, "text/plain", text));
    }

    @Test
    void robots_is_asked_once_and_obeyed() {
        robots("User-agent: *\nDisallow: /secret\nAllow: /secret/open\n");
        server.on("/secret/open", FaultServer.html("open")).on("/secret", FaultServer.html("shut"));

        assertThat(web.get(server.url("/secret")).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(web.probe(server.url("/secret")).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(web.get(server.url("/secret/open")).seen()).isTrue();
        assertThat(web.get(server.url("/")).seen()).isTrue();
        assertThat(server.requests()).containsExactly("GET /robots.txt", "GET /secret/open", "GET /");
    }

    @Test
    void rules_for_our_own_name_count_more_than_those_for_all() {
        robots("User-agent: *\nDisallow:\n\nUser-agent: TESTCOLLECTOR\nDisallow: /\n");

        assertThat(web.get(server.url("/")).cause()).isEqualTo(Cause.ROBOTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429})
    void a_robots_answer_of_the_400s_allows_everything(int status) {
        server.on("/robots.txt", FaultServer.page(status, "text/plain", "User-agent: *\nDisallow: /\n"));

        assertThat(Webs.of(Webs.QUICK.withPatience(Duration.ofSeconds(30)), loopback())
                        .allowed(server.url("/")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_robots_answer_of_the_500s_forbids_everything(int status) {
        server.on("/robots.txt", FaultServer.page(status, "text/plain", ""));

        assertThat(web.get(server.url("/")).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(server.requests()).containsExactly("GET /robots.txt");
    }

    @Test
    void a_robots_answer_that_does_not_come_forbids_everything() {
        server.on("/robots.txt", (client, out) -> Thread.sleep(60_000));

        Capture capture = Webs.onLoopback(Webs.IMPATIENT).get(server.url("/"));

        assertThat(capture.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(capture.detail()).startsWith("robots.txt");
        assertThat(server.requests()).containsExactly("GET /robots.txt");
    }

    @Test
    void the_beginning_of_a_robots_answer_without_an_end_counts() {
        server.on("/robots.txt", (client, out) -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /secret\n".getBytes());
            while (true) {
                out.write("# and so on\n".repeat(1000).getBytes());
            }
        });

        assertThat(web.get(server.url("/secret")).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(web.get(server.url("/")).seen()).isTrue();
    }

    @Test
    void a_robots_answer_is_waited_for_no_longer_than_that_of_a_probe() {
        server.on("/robots.txt", (client, out) -> Thread.sleep(60_000));
        Limits limits = Webs.QUICK.withTimes(Duration.ofSeconds(40), Duration.ofMillis(300));

        Capture capture = Webs.onLoopback(limits).get(server.url("/"));

        assertThat(capture.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(capture.detail()).contains("within 0.3");
    }

    @Test
    void five_redirects_of_robots_are_followed_and_six_mean_there_is_none() {
        server.on("/robots.txt", FaultServer.redirect(301, "/r1"));
        IntStream.range(1, 5).forEach(step -> server.on("/r" + step, FaultServer.redirect(302, "/r" + (step + 1))));
        server.on("/r5", FaultServer.page(200, "text/plain", "User-agent: *\nDisallow: /\n"));

        assertThat(web.get(server.url("/")).cause()).isEqualTo(Cause.ROBOTS);

        server.on("/r5", FaultServer.redirect(302, "/r6"));
        server.on("/r6", FaultServer.page(200, "text/plain", "User-agent: *\nDisallow: /\n"));
        assertThat(Webs.onLoopback().get(server.url("/")).seen()).isTrue();
    }

    @Test
    void a_page_for_people_in_place_of_robots_forbids_nothing() {
        server.on("/robots.txt", FaultServer.html("<html><body>页面不存在</body></html>"));

        assertThat(web.get(server.url("/")).seen()).isTrue();
    }

    @Test
    void a_redirect_into_what_robots_forbids_is_not_followed() {
        robots("User-agent: *\nDisallow: /secret\n");
        server.on("/a", FaultServer.redirect(302, "/secret")).on("/secret", FaultServer.html("shut"));

        assertThat(web.get(server.url("/a")).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(server.requests()).doesNotContain("GET /secret");
    }

    @Test
    void requests_to_a_host_come_one_at_a_time_with_a_pause() throws InterruptedException {
        Web slow =
                Webs.of(Webs.QUICK.withDelay(Duration.ofMillis(100)).withPatience(Duration.ofSeconds(20)), loopback());
        server.on("/", (client, out) -> {
            Thread.sleep(50);
            FaultServer.html("home").to(client, out);
        });
        long started = System.nanoTime();
        CountDownLatch done = new CountDownLatch(6);
        for (int caller = 0; caller < 6; caller++) {
            Thread.ofVirtual().start(() -> {
                slow.get(server.url("/"));
                done.countDown();
            });
        }
        done.await();

        assertThat(server.mostAtOnce()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(6 * 150));
    }

    @Test
    void a_crawl_delay_is_kept() {
        robots("User-agent: *\nCrawl-delay: 0.4\n");
        long started = System.nanoTime();

        web.get(server.url("/"));
        web.get(server.url("/"));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void a_host_that_asks_to_be_left_alone_is_left_alone() {
        server.on("/busy", FaultServer.bytes(429, "Retry-After: 3600\r\n", new byte[0]));

        Capture busy = web.get(server.url("/busy"));
        Capture other = web.get(server.url("/"));

        assertThat(List.of(busy, other)).extracting(Capture::cause).containsOnly(Cause.RATE_LIMITED);
        assertThat(other.evidence()).as("what asked us to stay away").isEqualTo(busy.evidence());
        assertThat(server.requests()).containsExactly("GET /robots.txt", "GET /busy");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        AtomicInteger sent = new AtomicInteger();
        server.on("/", (client, out) -> {
            boolean known = server.heads().getLast().contains("If-None-Match: \"v1\"");
            if (known) {
                FaultServer.raw("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")
                        .to(client, out);
            } else {
                sent.incrementAndGet();
                FaultServer.bytes(200, "ETag: \"v1\"\r\nContent-Type: text/html\r\n", "home".getBytes())
                        .to(client, out);
            }
        });

        Capture first = web.get(server.url("/"));
        Capture second = web.get(server.url("/"));
        web.probe(server.url("/"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.seen()).isTrue();
        assertThat(sent).hasValue(2);
    }

    @Test
    void a_server_that_never_answers_is_soon_left_alone() {
        server.on("*", (client, out) -> client.close()).on("/", (client, out) -> client.close());

        for (int attempt = 0; attempt < 10; attempt++) {
            Capture left = web.get(server.url("/"));
            assertThat(left.cause()).isEqualTo(Cause.RESET);
            assertThat(left.evidence()).isNotEmpty();
        }
        assertThat(server.requests()).hasSizeLessThan(7);
        int before = server.requests().size();
        assertThat(web.probe(server.url("/")).cause()).isEqualTo(Cause.RESET);
        assertThat(server.requests()).hasSize(before + 1);
    }

    @Test
    void every_request_names_the_collector_and_a_contact() {
        web.get(server.url("/"));

        assertThat(server.heads()).allSatisfy(head -> assertThat(head).contains("User-Agent: " + Webs.USER_AGENT));
    }

    private static AddressRule loopback() {
        return new AddressRule(List.of(Cidr.parse("127.0.0.0/8")));
    }
}
