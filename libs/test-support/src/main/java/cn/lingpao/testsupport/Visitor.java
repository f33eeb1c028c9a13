package cn.lingpao.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who calls a service, each time with a token of the roles that the call names; no role means no token. */
public final class Visitor {

    private final Function<String[], String> token;
    private final HttpClient http;
    private final Supplier<String> origin;

    Visitor(Function<String[], String> token, HttpClient http, Supplier<String> origin) {
        this.token = token;
        this.http = http;
        this.origin = origin;
    }

    public Answer get(String path, String... roles) {
        return send("GET", path, null, "", roles);
    }

    public Answer post(String path, String type, String body, String... roles) {
        return send("POST", path, type, body, roles);
    }

    public Answer send(String method, String path, @Nullable String type, String body, String... roles) {
        return send(method, path, type, body.getBytes(StandardCharsets.UTF_8), roles);
    }

    public Answer send(String method, String path, @Nullable String type, byte[] body, String... roles) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin.get() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (roles.length > 0) {
            request.header("Authorization", "Bearer " + token.apply(roles));
        }
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
