package cn.lingpao.evidencereview.adapter.http;

/** How much a batch may hold: bytes a row, rows a batch. */
public record ReviewLimits(int maxRow, int maxRows) {}
