package cn.lingpao.datacollection.adapter.http;

/** How much a batch may hold: bytes a row, rows a batch. */
public record IntakeLimits(int maxRow, int maxRows) {}
