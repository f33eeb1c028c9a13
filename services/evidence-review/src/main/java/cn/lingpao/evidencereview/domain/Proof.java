package cn.lingpao.evidencereview.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was seen, where and when: one piece of evidence. */
public record Proof(
        @Nullable String url,
        @Nullable String title,
        @Nullable Instant capturedAt,
        @Nullable String sha256,
        @Nullable String note) {}
