package cn.lingpao.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen, where and when.
 *
 * @param url address of the page, as it was requested
 * @param title page title
 * @param capturedAt instant of the capture
 * @param sha256 lower-case hexadecimal digest of the captured bytes
 * @param note free text, for example the licence or the format that was found
 */
public record Evidence(
        @Nullable String url,
        @Nullable String title,
        @Nullable Instant capturedAt,
        @Nullable String sha256,
        @Nullable String note) {}
