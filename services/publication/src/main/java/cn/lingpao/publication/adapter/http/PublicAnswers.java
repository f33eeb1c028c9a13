package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.domain.Release;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How public answers look on the wire: a numbered release may be cached for ever, the latest for a moment, and what is
 * not public is answered with the same bytes as what does not exist.
 */
final class PublicAnswers {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();
    private static final byte[] NOTHING_HERE = """
            {"code":"not-found","detail":"nothing was published under this address",\
            "status":404,"title":"Not Found","type":"about:blank"}""".getBytes(StandardCharsets.UTF_8);

    private PublicAnswers() {}

    static ResponseEntity<byte[]> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noCache())
                .body(NOTHING_HERE);
    }

    /** An answer that may be different in a moment. */
    static ResponseEntity<byte[]> current(String etag, String json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(FOR_A_MOMENT)
                .eTag(quoted(etag))
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A part of a release, asked for by its number or as the latest. */
    static ResponseEntity<byte[]> part(Release release, String number, String etag, MediaType type, String body) {
        return ResponseEntity.ok()
                .headers(headers -> describe(headers, release, number, etag, type))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    static void describe(HttpHeaders headers, Release release, String number, String etag, MediaType type) {
        boolean latest = number.equals("latest");
        headers.setContentType(type);
        headers.setCacheControl(latest ? FOR_A_MOMENT : FOR_EVER);
        headers.setETag(quoted(etag));
        headers.add("X-Lingpao-Release", release.number() + " sha256=" + release.hash());
        if (latest) {
            headers.add(HttpHeaders.LINK, "<" + PublicPaths.release(release) + ">; rel=\"canonical\"");
        }
    }

    static String quoted(String etag) {
        return "\"" + etag + "\"";
    }
}
