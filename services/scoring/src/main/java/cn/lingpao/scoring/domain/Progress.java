package cn.lingpao.scoring.domain;

/**
 * How much of a campaign has arrived in the score sheets.
 *
 * @param verdicts cells with a verdict
 * @param awards awards of more than zero points
 * @param targets targets with a sheet
 */
public record Progress(long verdicts, long awards, long targets) {}
