package cn.lingpao.methodology.framework;

import java.math.BigDecimal;

/**
 * A score set by decision instead of computation; shown wherever the score is shown.
 *
 * @param score replaces the node's score, after all its steps, before it goes up
 * @param at an ISO date, or a date and time with offset, as the document writes it
 */
public record ScoreOverride(
        String targetId, String nodeId, BigDecimal score, String reason, String author, String at) {}
