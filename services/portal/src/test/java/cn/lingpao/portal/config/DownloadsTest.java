package cn.lingpao.portal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class DownloadsTest {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int PIECES = 6;

    @Test
    void a_download_may_take_longer_than_an_answer_as_long_as_it_moves() throws IOException {
        byte[] bytes = download(body -> {
            for (int piece = 0; piece < PIECES; piece++) {
                LockSupport.parkNanos(LONGEST_PAUSE.dividedBy(4).toNanos());
                body.write(piece);
                body.flush();
            }
        });

        assertThat(bytes).hasSize(PIECES);
    }

    @Test
    void one_that_stands_still_is_given_up() {
        assertThatThrownBy(() -> download(body ->
                        LockSupport.parkNanos(LONGEST_PAUSE.multipliedBy(60).toNanos())))
                .isInstanceOf(ResourceAccessException.class);
    }

    private interface Sender {
        void send(OutputStream body) throws IOException;
    }

    private static byte[] download(Sender sender) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            sender.send(exchange.getResponseBody());
            exchange.close();
        });
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        PortalProperties portal = new PortalProperties(null, null, Duration.ofSeconds(2), Duration.ofSeconds(5));
        try {
            return RestClient.builder()
                    .requestFactory(WorkbenchConfiguration.downloads(portal, LONGEST_PAUSE))
                    .build()
                    .get()
                    .uri(URI.create("http://localhost:" + server.getAddress().getPort()))
                    .exchangeForRequiredValue(
                            (request, response) -> response.getBody().readAllBytes());
        } finally {
            server.stop(0);
        }
    }
}
