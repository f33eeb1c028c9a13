package cn.lingpao.methodology.framework;

/** A text for people, Chinese first. Where a document gives one language only, both are the same. */
public record Text(String zh, String en) {}
