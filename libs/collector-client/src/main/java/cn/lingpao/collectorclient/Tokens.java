package cn.lingpao.collectorclient;

import cn.lingpao.collectorclient.Http.Outage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens by client credentials (RFC 6749 section 4.4) and keeps one until shortly before it is over. */
final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable Issuer issuer;
    private @Nullable String token;
    private long until;

    private Tokens(@Nullable Issuer issuer, @Nullable String token) {
        this.issuer = issuer;
        this.token = token;
    }

    static Tokens of(Http http, Credentials credentials) {
        URI issuer = credentials.issuer();
        return issuer == null
                ? new Tokens(null, credentials.secret())
                : new Tokens(new Issuer(http, issuer, credentials.client(), credentials.secret()), null);
    }

    synchronized String current() throws Outage {
        if (issuer != null && (token == null || System.nanoTime() - until > 0)) {
            JsonNode granted = issuer.grant();
            token = granted.path("access_token").asString("");
            until = System.nanoTime()
                    + usable(granted.path("expires_in").asLong(60)).toNanos();
        }
        return token == null ? "" : token;
    }

    /** A call may take as long as a minute; a token that lives shorter is used for half its life. */
    private static Duration usable(long seconds) {
        return Duration.ofSeconds(Math.max(seconds / 2, seconds - 60));
    }

    /** Drops a token that was refused; false where there is no way to another. */
    synchronized boolean drop() {
        if (issuer != null) {
            token = null;
        }
        return issuer != null;
    }

    private record Issuer(Http http, URI address, String client, String secret) {

        JsonNode grant() throws Outage {
            JsonNode metadata = json(HttpRequest.newBuilder(URI.create(address + "/.well-known/openid-configuration")));
            return json(HttpRequest.newBuilder(
                            URI.create(metadata.path("token_endpoint").asString("")))
                    .header("Authorization", "Basic " + basic())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        }

        private String basic() {
            String pair = URLEncoder.encode(client, StandardCharsets.UTF_8)
                    + ":"
                    + URLEncoder.encode(secret, StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }

        private JsonNode json(HttpRequest.Builder request) throws Outage {
            HttpResponse<String> response = http.send(request.build(), "the issuer " + address);
            if (response.statusCode() >= 500) {
                throw new Outage("the issuer " + address + " answers " + response.statusCode());
            }
            if (response.statusCode() != 200) {
                throw new PlatformFailure("the issuer " + address + " gives no token to client '" + client + "': "
                        + response.statusCode() + " " + response.body());
            }
            try {
                return JSON.readTree(response.body());
            } catch (JacksonException noJson) {
                throw new PlatformFailure(address + " is no issuer: it answers no JSON");
            }
        }
    }
}
