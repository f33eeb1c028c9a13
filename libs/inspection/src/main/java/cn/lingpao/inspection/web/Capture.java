package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one address: an answer, or why there is none that counts.
 *
 * @param redirects the hops that were followed, in order; the last one led to {@code url}
 * @param url where the answer came from
 * @param status of the last answer; 0 when there was none
 * @param body decompressed and bounded
 * @param took from the request to the last byte of the body, redirects included, waiting for politeness excluded
 * @param cause why the page could not be seen; null when it was. A 404 or 410 is {@code NOT_FOUND}
 * @param detail the cause in a sentence; empty when there is none
 * @param evidence SHA-256, hex, of the payload as archived; empty when nothing was archived
 */
public record Capture(
        URI requested,
        List<Hop> redirects,
        URI url,
        int status,
        List<Header> headers,
        byte[] body,
        Instant at,
        Duration took,
        @Nullable Cause cause,
        String detail,
        String evidence) {

    public Capture {
        redirects = List.copyOf(redirects);
        headers = List.copyOf(headers);
    }

    /** An address that answered with a redirect, and its status. */
    public record Hop(URI url, int status) {}

    /** A header field as received. */
    public record Header(String name, String value) {}

    /** Whether the page itself was seen. */
    public boolean seen() {
        return cause == null;
    }

    /** The first field of this name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
