package cn.lingpao.evidencereview.application;

/**
 * How far the review of a campaign has come.
 *
 * @param observations those that cells keep
 * @param cells targets × check points that were observed
 * @param verdicts cells with a verdict
 * @param open cells that wait for a reviewer
 * @param disputed cells that wait for an arbiter
 */
public record Progress(long observations, long cells, long verdicts, long open, long disputed) {}
