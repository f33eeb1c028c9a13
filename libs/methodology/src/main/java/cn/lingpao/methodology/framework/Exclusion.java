package cn.lingpao.methodology.framework;

import org.jspecify.annotations.Nullable;

/**
 * A node or check point that was dropped after collection, and who dropped it why; shown wherever the score is shown.
 *
 * @param id of the node or the check point
 * @param at an ISO date, or a date and time with offset, as the document writes it
 */
public record Exclusion(
        String id,
        String reason,
        @Nullable String author,
        @Nullable String at) {}
