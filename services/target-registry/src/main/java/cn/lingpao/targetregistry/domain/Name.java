package cn.lingpao.targetregistry.domain;

/** What something is called: Chinese first, English beside it. */
public record Name(String zh, String en) {}
