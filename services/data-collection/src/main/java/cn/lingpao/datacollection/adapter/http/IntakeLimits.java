package cn.lingpao.datacollection.adapter.http;

/** How much a batch may hold: bytes a row, rows a batch, and bytes that a gzip body may unfold to. */
public record IntakeLimits(int maxRow, int maxRows, long maxUnfolded) {}
