package cn.lingpao.publication.domain;

/** A text for people, Chinese first and English beside it. */
public record Words(String zh, String en) {}
