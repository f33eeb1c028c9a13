package cn.lingpao.collectorclient;

import cn.lingpao.collectorclient.Http.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the gateway. Every call of the platform's API may be repeated without harm, so an outage is waited out: no answer, a
 * broken connection, 429, 500, 502, 503 and 504 are tried again, ever more slowly; a refusal becomes a sentence.
 */
public final class Platform {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_CALL = Duration.ofSeconds(120);
    private static final int UNAUTHORIZED = 401;
    private static final int LINE = 200;

    private final Http http = new Http();
    private final URI gateway;
    private final Tokens tokens;
    private final Patience patience;

    /** @param gateway the platform's one door, for example {@code http://host:8080} */
    public Platform(URI gateway, Credentials credentials, Patience patience) {
        this.gateway = URI.create(gateway.toString().replaceAll("/+$", ""));
        this.tokens = Tokens.of(http, credentials);
        this.patience = patience;
    }

    /** The path of these words; whatever a user gave as an id stays one segment. */
    public static String path(String... segments) {
        return Arrays.stream(segments)
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/", ""));
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET(), true));
    }

    /** What is there, in another format than JSON. */
    public String get(String path, String contentType) {
        return send(request(path).setHeader("Accept", contentType).GET(), true).body();
    }

    /** A call that needs no token, answered in another format than JSON. */
    public String getPublic(String path, String contentType) {
        return send(request(path).setHeader("Accept", contentType).GET(), false).body();
    }

    public Answer post(String path, String contentType, String body) {
        HttpResponse<String> response = send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)),
                true);
        return new Answer(response.statusCode(), json(response));
    }

    /** Sends bytes as they are. */
    public Answer post(String path, String contentType, HttpRequest.BodyPublisher bytes) {
        HttpResponse<String> response =
                send(request(path).header("Content-Type", contentType).POST(bytes), true);
        return new Answer(response.statusCode(), json(response));
    }

    public Answer put(String path, String contentType, HttpRequest.BodyPublisher bytes) {
        HttpResponse<String> response =
                send(request(path).header("Content-Type", contentType).PUT(bytes), true);
        return new Answer(response.statusCode(), json(response));
    }

    /** Takes something away; answers what is left of it. */
    public JsonNode delete(String path) {
        return json(send(request(path).DELETE(), true));
    }

    /** Sends rows, one JSON object a line, compressed. */
    public Answer postRows(String path, List<String> lines) {
        HttpResponse<String> response = send(
                request(path)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Rows.gzip(lines))),
                true);
        return new Answer(response.statusCode(), json(response));
    }

    /** Hands the bytes of an answer over as they come; once they have begun, a failure is not repeated. */
    public <T> T stream(String path, Received<T> received) throws IOException {
        Waiting waiting = new Waiting(patience.longest(), patience.tell());
        Pauses pauses = new Pauses();
        while (true) {
            String outage;
            try {
                HttpRequest request = request(path)
                        .setHeader("Accept", "*/*")
                        .header("Authorization", "Bearer " + tokens.current())
                        .GET()
                        .build();
                HttpResponse<InputStream> response =
                        http.send(request, HttpResponse.BodyHandlers.ofInputStream(), gateway);
                try (InputStream body = response.body()) {
                    if (response.statusCode() < 300) {
                        return received.take(body);
                    }
                    String text = new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8);
                    PlatformRefusal refusal = refusal(response.statusCode(), text);
                    if (!isOutage(response.statusCode())) {
                        throw refusal;
                    }
                    outage = gateway + " answers " + refusal.getMessage();
                }
            } catch (Outage silence) {
                outage = silence.getMessage();
            }
            waiting.pause(pauses.next(), outage + patience.advice());
        }
    }

    /** Takes the bytes of an answer. */
    public interface Received<T> {

        T take(InputStream body) throws IOException;
    }

    /** Waits with the same patience for something else, without telling. */
    public Waiting quietWaiting() {
        return new Waiting(patience.longest(), sentence -> {});
    }

    /** A status of the 200s and what came with it. */
    public record Answer(int status, JsonNode body) {

        public boolean isNew() {
            return status == 201;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
                .timeout(LONGEST_CALL)
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean withToken) {
        Waiting waiting = new Waiting(patience.longest(), patience.tell());
        Pauses pauses = new Pauses();
        boolean mayRenew = withToken;
        while (true) {
            Duration pause = pauses.next();
            String outage;
            try {
                HttpResponse<String> response = attempt(request, withToken);
                if (response.statusCode() == UNAUTHORIZED && mayRenew && tokens.drop()) {
                    mayRenew = false;
                    continue;
                }
                if (!isOutage(response.statusCode())) {
                    return accepted(response);
                }
                outage = gateway + " answers " + refusal(response).getMessage();
                pause = retryAfter(response).orElse(pause);
            } catch (Outage silence) {
                outage = silence.getMessage();
            }
            waiting.pause(pause, outage + patience.advice());
        }
    }

    private HttpResponse<String> attempt(HttpRequest.Builder request, boolean withToken) throws Outage {
        if (withToken) {
            request.setHeader("Authorization", "Bearer " + tokens.current());
        }
        return http.send(request.build(), gateway);
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static boolean isOutage(int status) {
        return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    private static HttpResponse<String> accepted(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw refusal(response);
        }
        return response;
    }

    private static PlatformRefusal refusal(HttpResponse<String> response) {
        return refusal(response.statusCode(), response.body());
    }

    private static PlatformRefusal refusal(int status, String body) {
        JsonNode problem;
        try {
            problem = JSON.readTree(body);
        } catch (JacksonException noJson) {
            problem = JSON.createObjectNode().put("detail", firstLine(body));
        }
        return new PlatformRefusal(status, problem);
    }

    private static String firstLine(String body) {
        String line = body.strip().lines().findFirst().orElse("");
        return line.length() > LINE ? line.substring(0, LINE) + "…" : line;
    }

    private JsonNode json(HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException noJson) {
            throw new PlatformFailure(gateway + " answers no JSON; is it the gateway?");
        }
    }
}
