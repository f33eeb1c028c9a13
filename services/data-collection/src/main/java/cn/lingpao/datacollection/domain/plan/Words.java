package cn.lingpao.datacollection.domain.plan;

/** A name in both languages. */
public record Words(String zh, String en) {}
