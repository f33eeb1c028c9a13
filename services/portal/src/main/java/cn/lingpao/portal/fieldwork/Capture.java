package cn.lingpao.portal.fieldwork;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One act of capturing.
 *
 * @param relation in the history of an address: {@code first}, {@code unchanged}, {@code changed} or {@code gone}
 */
public record Capture(
        String captureId,
        String sha256,
        @Nullable Long size,
        @Nullable String type,
        @Nullable String declaredType,
        boolean thumbnail,
        String kind,
        Instant capturedAt,
        @Nullable String url,
        @Nullable String finalUrl,
        @Nullable List<String> redirects,
        @Nullable Integer status,
        @Nullable String title,
        @Nullable String target,
        String collector,
        @Nullable String collectorVersion,
        @Nullable String relation) {

    private static final String RENDERED = "urn:rendered:";
    private static final Pattern MADE = Pattern.compile("^(urn:view:|" + RENDERED + ")");

    /** The address of the page, also of what a browser made of it; null where nobody said it. */
    public @Nullable String address() {
        return url == null ? null : MADE.matcher(url).replaceFirst("");
    }

    /** What it is to a reader: a page as the browser had it is {@code rendered}, all else is of its kind. */
    public String form() {
        return url != null && url.startsWith(RENDERED) ? "rendered" : kind;
    }
}
