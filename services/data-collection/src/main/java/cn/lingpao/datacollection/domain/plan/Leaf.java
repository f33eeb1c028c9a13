package cn.lingpao.datacollection.domain.plan;

/** A node of the framework that holds check points: a column of the board. */
public record Leaf(String id, Words name) {}
