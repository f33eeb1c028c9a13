package cn.lingpao.portal.fieldwork;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.portal.results.Results.Unavailable;
import cn.lingpao.portal.results.Words;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Asks target-registry, data-collection and evidence-review; the clients it is given carry the token. */
public final class HttpFieldwork implements Fieldwork, Intake {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestClient registry;
    private final RestClient collection;
    private final RestClient review;
    private final RestClient downloads;
    private final Map<String, Framework> frameworks = new ConcurrentHashMap<>();

    /** @param downloads data-collection again, for bytes that may come for as long as they move */
    public HttpFieldwork(RestClient registry, RestClient collection, RestClient review, RestClient downloads) {
        this.registry = registry;
        this.collection = collection;
        this.review = review;
        this.downloads = downloads;
    }

    @Override
    public List<Campaign> campaigns() {
        return get(registry, new ParameterizedTypeReference<>() {}, Map.of(), "campaigns");
    }

    @Override
    public Campaign campaign(String id) {
        return get(registry, new ParameterizedTypeReference<>() {}, Map.of(), "campaigns", id);
    }

    @Override
    public List<Matrix.Heading> targets(String campaign) {
        List<Registered> targets = this.<List<Registered>>get(
                registry, new ParameterizedTypeReference<>() {}, Map.of(), "campaigns", campaign, "targets");
        return targets.stream()
                .map(target -> new Matrix.Heading(target.targetId(), target.name()))
                .toList();
    }

    /** A version never changes, so it is asked for once. */
    @Override
    public Framework framework(String ref) {
        return frameworks.computeIfAbsent(
                ref,
                wanted -> Framework.parse(this.<String>get(
                        registry, new ParameterizedTypeReference<>() {}, Map.of(), "frameworks", wanted, "document")));
    }

    @Override
    public Matrix matrix(String campaign) {
        return get(new ParameterizedTypeReference<>() {}, campaign, Map.of(), "plan", "matrix");
    }

    @Override
    public Progress progress(String campaign, String by) {
        return get(new ParameterizedTypeReference<>() {}, campaign, Map.of("by", by), "plan", "progress");
    }

    @Override
    public List<Sampled> sampling(String campaign) {
        return this.<Sampling>get(
                        review, new ParameterizedTypeReference<>() {}, Map.of(), "campaigns", campaign, "sampling")
                .items();
    }

    @Override
    public Slice<Point> points(String campaign, Map<String, String> query) {
        return get(new ParameterizedTypeReference<>() {}, campaign, query, "plan");
    }

    @Override
    public Slice<Task> tasks(String campaign, Map<String, String> query) {
        return get(new ParameterizedTypeReference<>() {}, campaign, query, "tasks");
    }

    @Override
    public Task claim(String campaign, String target, String checkPoint) {
        return post(Map.of(), "campaigns", campaign, "tasks", target, checkPoint, "claim");
    }

    @Override
    public Task giveBack(String campaign, String target, String checkPoint, String reason) {
        return post(Map.of("reason", reason), "campaigns", campaign, "tasks", target, checkPoint, "return");
    }

    @Override
    public List<String> causes() {
        return this.<List<Listed>>get(collection, new ParameterizedTypeReference<>() {}, Map.of(), "causes").stream()
                .map(Listed::cause)
                .toList();
    }

    @Override
    public String bring(String campaign, Map<String, String> query, String type, Resource bytes) {
        return reached(() -> collection
                        .post()
                        .uri(builder -> URI.create(builder.build() + address(query, "campaigns", campaign, "evidence")))
                        .header("Content-Type", type)
                        .body(bytes)
                        .exchangeForRequiredValue(
                                (request, response) -> read(new ParameterizedTypeReference<Receipt>() {}, response)))
                .sha256();
    }

    @Override
    public Outcome deliver(String campaign, Seen seen) {
        Batch batch = reached(() -> collection
                .post()
                .uri(builder -> URI.create(builder.build() + address(Map.of(), "campaigns", campaign, "observations")))
                .header("Content-Type", "application/x-ndjson")
                .body(JSON.writeValueAsString(seen) + "\n")
                .exchangeForRequiredValue(
                        (request, response) -> read(new ParameterizedTypeReference<Batch>() {}, response)));
        get(
                collection,
                new ParameterizedTypeReference<Map<String, Object>>() {},
                Map.of("settled", "true"),
                "campaigns",
                campaign,
                "observations",
                "progress");
        return batch.rows().getFirst();
    }

    @Override
    public Slice<Observation> observations(String campaign, Map<String, String> query) {
        return get(new ParameterizedTypeReference<>() {}, campaign, query, "observations");
    }

    @Override
    public Slice<Capture> captures(String campaign, Map<String, String> query) {
        return get(new ParameterizedTypeReference<>() {}, campaign, query, "evidence");
    }

    @Override
    public Piece piece(String campaign, String sha256) {
        return get(new ParameterizedTypeReference<>() {}, campaign, Map.of(), "evidence", sha256, "description");
    }

    @Override
    public Verification verification(String campaign, String sha256) {
        return get(new ParameterizedTypeReference<>() {}, campaign, Map.of(), "evidence", sha256, "verification");
    }

    @Override
    public List<Capture> history(String campaign, String url) {
        return get(new ParameterizedTypeReference<>() {}, campaign, Map.of("url", url), "evidence", "history");
    }

    @Override
    public <T> T bytes(String campaign, String path, Map<String, String> query, Function<Download, T> reader) {
        return reached(() -> downloads
                .get()
                .uri(builder -> URI.create(builder.build() + address(query, segments(campaign, path))))
                .exchangeForRequiredValue((request, response) -> {
                    refusals(response);
                    return reader.apply(new Download(response.getHeaders(), response.getBody()));
                }));
    }

    private static String[] segments(String campaign, String path) {
        return ("campaigns/" + campaign + "/evidence/" + path).split("/");
    }

    private <T> T get(
            ParameterizedTypeReference<T> type, String campaign, Map<String, String> query, String... segments) {
        String[] path = new String[segments.length + 2];
        path[0] = "campaigns";
        path[1] = campaign;
        System.arraycopy(segments, 0, path, 2, segments.length);
        return get(collection, type, query, path);
    }

    private <T> T get(
            RestClient service, ParameterizedTypeReference<T> type, Map<String, String> query, String... segments) {
        return reached(() -> service.method(HttpMethod.GET)
                .uri(builder -> URI.create(builder.build() + address(query, segments)))
                .exchangeForRequiredValue((request, response) -> read(type, response)));
    }

    private Task post(Map<String, String> body, String... segments) {
        return reached(() -> collection
                .post()
                .uri(builder -> URI.create(builder.build() + address(Map.of(), segments)))
                .body(body)
                .exchangeForRequiredValue(
                        (request, response) -> read(new ParameterizedTypeReference<Task>() {}, response)));
    }

    private static <T> T read(ParameterizedTypeReference<T> type, ConvertibleClientHttpResponse response)
            throws IOException {
        refusals(response);
        return Objects.requireNonNull(response.bodyTo(type), "an answer without a body");
    }

    private static void refusals(ConvertibleClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (response.getStatusCode().is4xxClientError()) {
            throw refused(status, response.bodyTo(ProblemDetail.class));
        }
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new RestClientException("it answered " + status);
        }
    }

    private static Refused refused(int status, @Nullable ProblemDetail problem) {
        Map<String, Object> more = problem == null ? null : problem.getProperties();
        Object code = more == null ? null : more.get("code");
        String detail = problem == null ? null : problem.getDetail();
        return new Refused(status, String.valueOf(code), Objects.requireNonNullElse(detail, ""));
    }

    private static <T> T reached(Supplier<T> request) {
        try {
            return request.get();
        } catch (RestClientException failure) {
            throw new Unavailable(failure);
        }
    }

    private static String address(Map<String, String> query, String... segments) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1").pathSegment(segments);
        query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(query).toUriString();
    }

    /** A cause of the fixed list. */
    private record Listed(String cause) {}

    /** The answer to evidence. */
    private record Receipt(String sha256) {}

    /** The answer to a batch of observations, a row for each. */
    private record Batch(List<Outcome> rows) {}

    /** The answer about programs. */
    private record Sampling(List<Sampled> items) {}

    /** A target as the registry tells of it. */
    private record Registered(String targetId, Words name) {}
}
