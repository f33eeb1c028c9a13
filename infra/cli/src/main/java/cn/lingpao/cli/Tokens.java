package cn.lingpao.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens by client credentials (RFC 6749 section 4.4) and keeps one until it is nearly over. */
final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI issuer;
    private final String client;
    private final String secret;
    private @Nullable String token;
    private Instant until = Instant.MAX;

    /** @param token a token to use as it is; null gets one from the issuer */
    Tokens(URI issuer, String client, String secret, @Nullable String token) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.token = token;
    }

    String current(HttpClient http) throws IOException, InterruptedException {
        if (token == null || Instant.now().isAfter(until)) {
            JsonNode metadata =
                    json(http, HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
            JsonNode granted = json(
                    http,
                    HttpRequest.newBuilder(
                                    URI.create(metadata.path("token_endpoint").asString()))
                            .header("Authorization", "Basic " + basic())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
            token = granted.path("access_token").asString();
            until = Instant.now().plusSeconds(granted.path("expires_in").asLong(60) / 2);
        }
        return token;
    }

    private String basic() {
        String pair = URLEncoder.encode(client, StandardCharsets.UTF_8)
                + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode json(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 500) {
            throw new IOException(issuer + " answered " + response.statusCode());
        }
        if (response.statusCode() != 200) {
            throw new CommandFailure("the issuer " + issuer + " gives no token to client '" + client + "': "
                    + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
