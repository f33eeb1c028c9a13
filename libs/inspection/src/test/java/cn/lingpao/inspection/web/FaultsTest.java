package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server may do instead of answering. */
class FaultsTest {

    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";

    private final FaultServer server = new FaultServer();
    private final Web web = Webs.onLoopback();
    private final Web impatient = Webs.onLoopback(Webs.IMPATIENT);

    @AfterEach
    void stop() {
        server.close();
    }

    private Capture get(FaultServer.Answer answer) {
        server.on("/page", answer);
        return web.get(server.url("/page"));
    }

    private Capture getImpatiently(FaultServer.Answer answer) {
        server.on("/page", answer);
        return impatient.get(server.url("/page"));
    }

    @Test
    void a_page_is_seen_with_its_body_and_headers() {
        Capture capture = get(FaultServer.html("<title>市人民政府</title><p>首页"));

        assertThat(capture.cause()).isNull();
        assertThat(capture.status()).isEqualTo(200);
        assertThat(Page.of(capture).document().title()).isEqualTo("市人民政府");
        assertThat(capture.header("content-type")).contains("text/html; charset=utf-8");
        assertThat(capture.evidence()).isNotEmpty();
    }

    @Test
    void a_page_that_sends_to_itself_at_once_goes_round_in_circles() {
        assertThat(get(FaultServer.html("<meta http-equiv=refresh content='0;url=/page'>"))
                        .cause())
                .isEqualTo(Cause.REDIRECT);
        assertThat(get(FaultServer.html("<script>location.href='/page'</script>"))
                        .cause())
                .isEqualTo(Cause.REDIRECT);
    }

    @Test
    void a_length_said_twice_is_one_and_two_lengths_are_none() {
        String head = "HTTP/1.1 200 OK\r\n" + HTML + "Content-Length: 5\r\nContent-Length: ";

        assertThat(get(FaultServer.raw(head + "5\r\n\r\n<p>ok")).seen()).isTrue();
        assertThat(get(FaultServer.raw(head + "50\r\n\r\n<p>ok")).cause()).isEqualTo(Cause.PARSE);
    }

    @Test
    void a_body_that_drips_for_ever_ends_at_the_deadline() {
        Capture capture = getImpatiently((client, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        });

        assertThat(capture.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(capture.took()).isGreaterThan(Webs.IMPATIENT.capture().dividedBy(2));
    }

    @Test
    void a_head_that_drips_for_ever_ends_at_the_deadline() {
        Capture capture = getImpatiently((client, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int line = 0; ; line++) {
                out.write(("X-" + line + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(50);
            }
        });

        assertThat(capture.cause()).isEqualTo(Cause.TIMEOUT);
    }

    @Test
    void a_server_that_says_nothing_ends_at_the_deadline() {
        Capture capture = getImpatiently((client, out) -> Thread.sleep(60_000));

        assertThat(capture.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(capture.status()).isZero();
    }

    @Test
    void an_endless_body_is_too_large() {
        Capture capture = get((client, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + HTML + "\r\n").getBytes(StandardCharsets.US_ASCII));
            endless(out);
        });

        assertThat(capture.cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void an_endless_head_is_too_large() {
        Capture capture = get((client, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            endless(out);
        });

        assertThat(capture.cause()).isEqualTo(Cause.TOO_LARGE);
    }

    private static void endless(OutputStream out) throws IOException {
        byte[] much = "0123456789abcdef".repeat(512).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(much);
        }
    }

    @Test
    void a_compressed_bomb_is_too_large() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[64 << 20]);
        }
        Capture capture = get(FaultServer.bytes(200, HTML + "Content-Encoding: gzip\r\n", bomb.toByteArray()));

        assertThat(capture.cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void a_bomb_in_a_bomb_is_too_large() throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(inner)) {
            gzip.write(new byte[200 << 20]);
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(bomb)) {
            deflate.write(inner.toByteArray());
        }
        Capture capture = get(FaultServer.bytes(200, HTML + "Content-Encoding: gzip, deflate\r\n", bomb.toByteArray()));

        assertThat(capture.cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void a_broken_compression_cannot_be_decoded() {
        assertThat(get(FaultServer.bytes(
                                200, HTML + "Content-Encoding: gzip\r\n", "plain".getBytes(StandardCharsets.US_ASCII)))
                        .cause())
                .isEqualTo(Cause.DECODE);
        assertThat(get(FaultServer.bytes(200, HTML + "Content-Encoding: br\r\n", new byte[] {1, 2, 3, 4, 5}))
                        .cause())
                .isEqualTo(Cause.DECODE);
        assertThat(get(FaultServer.bytes(200, HTML + "Content-Encoding: rot13\r\n", new byte[] {1, 2}))
                        .cause())
                .isEqualTo(Cause.DECODE);
    }

    @Test
    void a_body_shorter_than_announced_is_no_page() {
        Capture capture =
                get(FaultServer.raw("HTTP/1.1 200 OK\r\n" + HTML + "Content-Length: 5000\r\n\r\n<p>short</p>"));

        assertThat(capture.cause()).isEqualTo(Cause.RESET);
    }

    @Test
    void a_body_longer_than_announced_is_no_page() {
        Capture capture = get(FaultServer.raw("HTTP/1.1 200 OK\r\n" + HTML + "Content-Length: 5\r\n\r\n<p>longer</p>"));

        assertThat(capture.cause()).isEqualTo(Cause.PARSE);
    }

    @Test
    void a_chunked_body_is_put_together() {
        Capture capture = get(FaultServer.raw("HTTP/1.1 200 OK\r\n" + HTML
                + "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n5\r\nb</p>\r\n0\r\n\r\n"));

        assertThat(capture.cause()).isNull();
        assertThat(new String(capture.body(), StandardCharsets.UTF_8)).isEqualTo("<p>ab</p>");
    }

    @Test
    void a_chunked_body_without_an_end_is_no_page() {
        assertThat(get(FaultServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n"))
                        .cause())
                .isEqualTo(Cause.RESET);
        assertThat(get(FaultServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>a\r\n"))
                        .cause())
                .isEqualTo(Cause.PARSE);
    }

    @Test
    void a_closed_and_a_reset_connection_are_told() {
        assertThat(get((client, out) -> client.close()).cause()).isEqualTo(Cause.RESET);
        assertThat(get((client, out) -> {
                            client.setSoLinger(true, 0);
                            client.close();
                        })
                        .cause())
                .isEqualTo(Cause.RESET);
    }

    @Test
    void what_is_not_http_is_told() {
        assertThat(get(FaultServer.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n")).cause()).isEqualTo(Cause.PARSE);
    }

    @Test
    void an_interim_answer_is_not_the_answer() {
        Capture capture = get(FaultServer.raw(
                "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));

        assertThat(capture.status()).isEqualTo(200);
    }

    @Test
    void a_port_nobody_listens_on_refuses() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }

        Capture capture = web.get(java.net.URI.create("http://127.0.0.1:" + free + "/"));

        assertThat(capture.cause()).isEqualTo(Cause.REFUSED);
    }

    @Test
    void a_name_nobody_knows_is_told() {
        Capture capture = web.get(java.net.URI.create("http://nowhere.invalid/"));

        assertThat(capture.cause()).isEqualTo(Cause.DNS);
    }

    @Test
    void statuses_have_their_causes() {
        assertThat(get(FaultServer.page(403, "text/html", "no")).cause()).isEqualTo(Cause.FIREWALL);
        assertThat(get(FaultServer.page(412, "text/html", "no")).cause()).isEqualTo(Cause.FIREWALL);
        assertThat(get(FaultServer.page(468, "text/html", "no")).cause()).isEqualTo(Cause.FIREWALL);
        assertThat(get(FaultServer.page(521, "text/html", "no")).cause()).isEqualTo(Cause.FIREWALL);
        assertThat(get(FaultServer.page(404, "text/html", "no")).cause()).isEqualTo(Cause.NOT_FOUND);
        assertThat(get(FaultServer.page(410, "text/html", "no")).cause()).isEqualTo(Cause.NOT_FOUND);
        assertThat(get(FaultServer.page(500, "text/html", "no")).cause()).isEqualTo(Cause.SERVER_ERROR);
        assertThat(get(FaultServer.page(502, "text/html", "no")).cause()).isEqualTo(Cause.SERVER_ERROR);
    }

    @Test
    void redirects_are_followed_and_told() {
        server.on("/a", FaultServer.redirect(301, "/b")).on("/b", FaultServer.redirect(302, "page"));
        server.on("/page", FaultServer.html("here"));

        Capture capture = web.get(server.url("/a"));

        assertThat(capture.seen()).isTrue();
        assertThat(capture.url()).isEqualTo(server.url("/page"));
        assertThat(capture.redirects())
                .containsExactly(new Capture.Hop(server.url("/a"), 301), new Capture.Hop(server.url("/b"), 302));
    }

    @Test
    void circles_and_endless_chains_of_redirects_end() {
        server.on("/a", FaultServer.redirect(302, "/b")).on("/b", FaultServer.redirect(302, "/a"));
        for (int step = 0; step < 30; step++) {
            server.on("/" + step, FaultServer.redirect(302, "/" + (step + 1)));
        }

        assertThat(web.get(server.url("/a")).cause()).isEqualTo(Cause.REDIRECT);
        assertThat(web.get(server.url("/0")).cause()).isEqualTo(Cause.REDIRECT);
        assertThat(get(FaultServer.redirect(302, "javascript:alert(1)")).cause())
                .isEqualTo(Cause.REDIRECT);
        assertThat(get(FaultServer.redirect(302, "file:///etc/passwd")).cause()).isEqualTo(Cause.REDIRECT);
        assertThat(get(FaultServer.redirect(302, "http://user@host/")).cause()).isEqualTo(Cause.REDIRECT);
        assertThat(get(FaultServer.redirect(302, "//user:word@10.0.0.1/")).cause())
                .isEqualTo(Cause.REDIRECT);
        assertThat(get(FaultServer.raw("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"))
                        .cause())
                .isEqualTo(Cause.REDIRECT);
    }

    @Test
    void a_firewall_that_sets_a_cookie_and_sends_back_is_passed() {
        server.on("/page", (client, out) -> {
            boolean known = server.heads().getLast().contains("Cookie: seen=1");
            (known
                            ? FaultServer.html("in")
                            : FaultServer.bytes(302, "Set-Cookie: seen=1; path=/\r\nLocation: /page\r\n", new byte[0]))
                    .to(client, out);
        });

        assertThat(web.get(server.url("/page")).seen()).isTrue();
    }

    @Test
    void a_page_that_only_leads_elsewhere_is_followed() {
        server.on("/real", FaultServer.html("here"));

        assertThat(get(FaultServer.html("<meta http-equiv='refresh' content='0;url=/real'>"))
                        .url())
                .isEqualTo(server.url("/real"));
        assertThat(get(FaultServer.html("<script>window.location.href=\"/real\";</script>"))
                        .url())
                .isEqualTo(server.url("/real"));
    }
}
