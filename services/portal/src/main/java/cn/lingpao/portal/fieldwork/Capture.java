package cn.lingpao.portal.fieldwork;

import java.time.Instant;
import java.util.List;
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
        @Nullable String relation) {}
