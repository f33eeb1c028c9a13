package cn.lingpao.portal.results;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads the public results API and nothing else. What it read stays for a while with its entity tag; a numbered release
 * never changes and is not asked for again.
 */
public final class HttpResults implements Results {

    private static final int KEPT = 256;

    private final RestClient http;
    private final Map<String, Kept<?>> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<?>> eldest) {
            return size() > KEPT;
        }
    });

    /** @param http a client of the publication service, or of the gateway in front of it */
    public HttpResults(RestClient http) {
        this.http = http;
    }

    @Override
    public Campaigns campaigns() {
        return get(Campaigns.class, false, "campaigns").orElseThrow();
    }

    @Override
    public Optional<Releases> releases(String campaign) {
        return get(Releases.class, false, "campaigns", campaign, "releases");
    }

    @Override
    public Optional<Release> release(String campaign, String number) {
        return get(Release.class, !number.equals("latest"), "campaigns", campaign, "releases", number);
    }

    @Override
    public Optional<Ranking> ranking(String campaign, int number, String list) {
        return get(Ranking.class, true, "campaigns", campaign, "releases", "" + number, "rankings", list);
    }

    @Override
    public Optional<Sheet> sheet(String campaign, int number, String target) {
        return get(Sheet.class, true, "campaigns", campaign, "releases", "" + number, "targets", target);
    }

    private <T> Optional<T> get(Class<T> type, boolean forEver, String... segments) {
        String path = UriComponentsBuilder.fromPath("/api/v1/public")
                .pathSegment(segments)
                .encode()
                .toUriString();
        Kept<?> before = kept.get(path);
        if (before != null && forEver) {
            return Optional.of(type.cast(before.value()));
        }
        try {
            return ask(type, path, before);
        } catch (RestClientException failure) {
            throw new Unavailable(failure);
        }
    }

    private <T> Optional<T> ask(Class<T> type, String path, @Nullable Kept<?> before) {
        return http.get()
                .uri(builder -> URI.create(builder.build() + path))
                .headers(headers -> condition(headers, before))
                .exchangeForRequiredValue((request, response) -> answer(type, path, before, response));
    }

    private <T> Optional<T> answer(
            Class<T> type, String path, @Nullable Kept<?> before, ConvertibleClientHttpResponse response)
            throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status == HttpStatus.NOT_MODIFIED && before != null) {
            return Optional.of(type.cast(before.value()));
        }
        if (status == HttpStatus.NOT_FOUND) {
            return Optional.empty();
        }
        T value = status.is2xxSuccessful() ? response.bodyTo(type) : null;
        if (value == null) {
            throw new RestClientException("it answered " + status);
        }
        kept.put(path, new Kept<>(response.getHeaders().getETag(), value));
        return Optional.of(value);
    }

    private static void condition(HttpHeaders headers, @Nullable Kept<?> before) {
        if (before != null && before.etag() != null) {
            headers.setIfNoneMatch(before.etag());
        }
    }

    private record Kept<T>(@Nullable String etag, T value) {}
}
