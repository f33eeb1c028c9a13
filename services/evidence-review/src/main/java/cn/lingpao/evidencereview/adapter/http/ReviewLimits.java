package cn.lingpao.evidencereview.adapter.http;

/** How much a batch may hold: bytes a row, rows a batch, and bytes that a gzip batch may unfold to. */
public record ReviewLimits(int maxRow, int maxRows, long maxUnfolded) {}
