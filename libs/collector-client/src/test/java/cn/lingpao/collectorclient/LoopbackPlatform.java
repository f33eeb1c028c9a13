package cn.lingpao.collectorclient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** An issuer and a platform on loopback: stumbles as it is told to, then answers. */
final class LoopbackPlatform implements AutoCloseable {

    /** The connection is cut instead of an answer. */
    static final int CUT = -1;

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Integer> stumbles = new ArrayDeque<>();
    private final Function<Call, String> answer;
    private final int lifetime;
    private int grants;

    /** What was asked. */
    record Call(String line, String encoding, String authorization, String body) {}

    /** @param lifetime seconds that a token lives */
    LoopbackPlatform(int lifetime, Function<Call, String> answer) {
        this.lifetime = lifetime;
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> send(exchange, 200, """
                {"token_endpoint":"%s/token"}""".formatted(uri())));
        server.createContext("/token", exchange -> send(exchange, 200, """
                {"access_token":"token-%d","expires_in":%d}""".formatted(++grants, lifetime)));
        server.createContext("/api/v1/", this::call);
        server.start();
    }

    LoopbackPlatform stumbling(Integer... statuses) {
        stumbles.addAll(List.of(statuses));
        return this;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    CollectorClient client(Duration patience) {
        Credentials credentials = Credentials.of(uri(), "robot", "secret");
        return new CollectorClient(new Platform(uri(), credentials, Patience.of(patience)), "robot");
    }

    List<Call> calls() {
        return calls;
    }

    int grants() {
        return grants;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void call(HttpExchange exchange) throws IOException {
        String encoding = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream bytes =
                encoding.equals("gzip") ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        Call call = new Call(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                encoding,
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        Integer stumble = stumbles.poll();
        if (stumble == null) {
            send(exchange, 200, answer.apply(call));
        } else if (stumble == CUT) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.close();
        } else {
            send(exchange, stumble, "{\"code\":\"told\",\"detail\":\"as told\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
