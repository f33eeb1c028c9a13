package cn.lingpao.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the gateway. Every call of this command line may be repeated without harm, so an outage is waited out; a refusal
 * becomes a sentence.
 */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI gateway;
    private final Tokens tokens;
    private final Duration patience;

    Api(URI gateway, Tokens tokens, Duration patience) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.patience = patience;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET(), true));
    }

    /** A call that needs no token, answered in another format than JSON. */
    String getPublic(String path, String contentType) {
        return send(request(path).setHeader("Accept", contentType).GET(), false).body();
    }

    Answer post(String path, String contentType, String body) {
        HttpResponse<String> response = send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)),
                true);
        return new Answer(response.statusCode(), json(response));
    }

    /** A status of the 200s and what came with it. */
    record Answer(int status, JsonNode body) {

        boolean isNew() {
            return status == 201;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
                .timeout(Duration.ofSeconds(120))
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean withToken) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            String outage;
            try {
                if (withToken) {
                    request.setHeader("Authorization", "Bearer " + tokens.current(http));
                }
                HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (!isOutage(response.statusCode())) {
                    return accepted(response);
                }
                outage = "answered " + response.statusCode() + " " + response.body();
            } catch (IOException unreachable) {
                outage = "does not answer (" + unreachable.getClass().getSimpleName() + ")";
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("interrupted");
            }
            if (Instant.now().isAfter(end)) {
                throw new CommandFailure(gateway + " " + outage + "; see 'lingpao status'");
            }
            pause();
        }
    }

    private static boolean isOutage(int status) {
        return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    private static HttpResponse<String> accepted(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new ApiRefusal(response.statusCode(), problem(response));
        }
        return response;
    }

    private static JsonNode problem(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException noJson) {
            return JSON.createObjectNode().put("detail", response.body());
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Optional.ofNullable(response.body())
                .filter(body -> !body.isBlank())
                .map(JSON::readTree)
                .orElseGet(JSON::createObjectNode);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }
}
