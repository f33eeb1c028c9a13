package cn.lingpao.datacollection.application;

/** A record of the log together with its place in it. */
public record Placed<T>(T record, Position position) {}
