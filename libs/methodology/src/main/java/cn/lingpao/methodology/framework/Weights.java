package cn.lingpao.methodology.framework;

/** Whose the weights are, and the words that must stand wherever they are shown. */
public record Weights(Origin origin, Text label) {}
