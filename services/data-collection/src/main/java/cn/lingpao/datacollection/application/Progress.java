package cn.lingpao.datacollection.application;

/**
 * How much the store holds of a campaign.
 *
 * @param observations distinct observations
 * @param cells targets × check points with an observation
 * @param rejections distinct refused rows
 */
public record Progress(long observations, long cells, long rejections) {}
