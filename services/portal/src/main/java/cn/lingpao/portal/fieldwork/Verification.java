package cn.lingpao.portal.fieldwork;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stored bytes hash to now. */
public record Verification(
        String sha256, @Nullable String computed, long size, long expectedSize, boolean intact, Instant checkedAt) {}
