package cn.lingpao.methodology.framework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A node that was dropped after collection, and who dropped it why; shown wherever the score is shown. */
public record Exclusion(
        String nodeId,
        String reason,
        @Nullable String author,
        @Nullable LocalDate at) {}
