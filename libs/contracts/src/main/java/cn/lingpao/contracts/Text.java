package cn.lingpao.contracts;

/** A text for people: Chinese first, English beside it. */
public record Text(String zh, String en) {}
