package cn.lingpao.methodology.framework;

/** How a node's score is made of its children's: weighted arithmetic mean, or weighted sum. */
public enum Aggregation {
    MEAN,
    SUM
}
