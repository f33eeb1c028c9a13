package cn.lingpao.collectorclient;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of captured bytes.
 *
 * @param kind {@code page}, {@code screenshot}, {@code headers} or {@code file}
 * @param url the address that was asked for
 * @param finalUrl where the answer came from; null for the same
 * @param redirects the addresses between
 * @param target whom it belongs to
 * @param collectorVersion of the program
 */
public record Capture(
        String kind,
        Instant capturedAt,
        @Nullable String url,
        @Nullable String finalUrl,
        List<String> redirects,
        @Nullable Integer status,
        @Nullable String target,
        @Nullable String collectorVersion) {

    public Capture {
        redirects = List.copyOf(redirects);
    }

    /** A page that answered where it was asked for. */
    public static Capture page(String url, int status, Instant capturedAt) {
        return new Capture("page", capturedAt, url, null, List.of(), status, null, null);
    }

    String query() {
        return Stream.concat(
                        Stream.of(
                                pair("kind", kind),
                                pair("capturedAt", capturedAt),
                                pair("url", url),
                                pair("finalUrl", finalUrl),
                                pair("status", status),
                                pair("target", target),
                                pair("collectorVersion", collectorVersion)),
                        redirects.stream().map(hop -> pair("redirect", hop)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable String pair(String name, @Nullable Object value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
