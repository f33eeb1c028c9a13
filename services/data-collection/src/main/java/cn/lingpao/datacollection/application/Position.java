package cn.lingpao.datacollection.application;

/** Where in the log a record stands. */
public record Position(int partition, long offset) {}
