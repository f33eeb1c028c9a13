package cn.lingpao.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A gateway and an issuer that answer what a test tells them to, the last answer of a request again and again. */
final class FakeGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> grants = new CopyOnWriteArrayList<>();

    /** A request to the API, its path without {@code /api/v1}, its query decoded. */
    record Request(String line, String query, String contentType, String accept, String authorization, String body) {}

    private record Answer(int status, String body) {}

    FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param line for example {@code POST /frameworks} */
    FakeGateway on(String line, int status, String body) {
        answers.computeIfAbsent(line, unknown -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** Runs a command against this gateway, patient for a second. */
    Said lingpao(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--url", url(), "--issuer", url(), "--patience", "1"));
        return Said.by(all.toArray(String[]::new));
    }

    List<Request> requests() {
        return requests;
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("one request was expected: " + requests);
        }
        return requests.getFirst();
    }

    /** What clients told the issuer. */
    List<String> grants() {
        return grants;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean compressed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream bytesOfBody =
                compressed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        String body = new String(bytesOfBody.readAllBytes(), StandardCharsets.UTF_8);
        Answer answer =
                switch (path) {
                    case "/.well-known/openid-configuration" ->
                        new Answer(200, "{\"token_endpoint\":\"" + url() + "/oauth2/token\"}");
                    case "/oauth2/token" -> grant(exchange, body);
                    default -> api(exchange, path, body);
                };
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer grant(HttpExchange exchange, String body) {
        grants.add(header(exchange, "Authorization") + " " + body);
        return new Answer(200, "{\"access_token\":\"token-" + grants.size() + "\",\"expires_in\":300}");
    }

    private Answer api(HttpExchange exchange, String path, String body) {
        String line = exchange.getRequestMethod() + " " + path.replaceFirst("^/api/v1", "");
        requests.add(new Request(
                line,
                Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""),
                header(exchange, "Content-Type"),
                header(exchange, "Accept"),
                header(exchange, "Authorization"),
                body));
        Deque<Answer> prepared = answers.get(line);
        if (prepared == null) {
            return new Answer(404, "{\"detail\":\"nobody answers " + line + "\"}");
        }
        return prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
