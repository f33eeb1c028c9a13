package cn.lingpao.datacollection.adapter.http;

/** How much evidence may weigh: bytes that one piece may have. */
public record EvidenceLimits(long most) {}
