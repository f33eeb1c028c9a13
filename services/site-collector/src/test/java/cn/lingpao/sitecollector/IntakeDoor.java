package cn.lingpao.sitecollector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands between a collector and the intake, and can be away, or keep what passes in one direction. */
final class IntakeDoor implements AutoCloseable {

    private static final List<String> PASSED = List.of("Authorization", "Content-Type", "Content-Encoding", "Accept");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String intake;
    private @Nullable HttpServer server;
    private int port;
    private State state = State.OPEN;
    private int kept;

    /** What becomes of a call. */
    enum State {
        OPEN,
        /** Evidence passes, observations do not. */
        KEEPS_OBSERVATIONS,
        /** Observations pass, and nobody hears what became of them. */
        KEEPS_ANSWERS,
        /** 503 to everybody. */
        BUSY,
        /** Connections are refused. */
        SHUT
    }

    IntakeDoor(String intake) {
        this.intake = intake;
        open();
    }

    String origin() {
        return "http://localhost:" + port;
    }

    synchronized void turn(State now) {
        if (server != null && now == State.SHUT) {
            server.stop(0);
            server = null;
        } else if (server == null && now != State.SHUT) {
            open();
        }
        state = now;
        kept = 0;
        notifyAll();
    }

    /** How many calls it has kept since it was turned. */
    synchronized int kept() {
        return kept;
    }

    private synchronized void open() {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.setExecutor(threads);
            opened.createContext("/", this::handle);
            opened.start();
            port = opened.getAddress().getPort();
            server = opened;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        State now = now();
        boolean delivers = exchange.getRequestURI().getPath().endsWith("/observations")
                && exchange.getRequestMethod().equals("POST");
        if (now == State.BUSY) {
            keep(false);
            exchange.sendResponseHeaders(503, -1);
        } else if (delivers && now == State.KEEPS_OBSERVATIONS) {
            keep(true);
        } else {
            HttpResponse<byte[]> answer = passed(exchange, body);
            if (delivers && now == State.KEEPS_ANSWERS) {
                keep(true);
            } else {
                answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                        .set("Content-Type", type));
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
        exchange.close();
    }

    private synchronized State now() {
        return state;
    }

    /** @param untilTurned whether the caller waits for an answer that does not come */
    private synchronized void keep(boolean untilTurned) {
        State before = state;
        kept++;
        try {
            while (untilTurned && state == before) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> passed(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(intake + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        PASSED.forEach(name -> {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        turn(State.SHUT);
        threads.shutdownNow();
        http.close();
    }
}
