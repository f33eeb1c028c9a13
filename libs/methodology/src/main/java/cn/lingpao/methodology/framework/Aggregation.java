package cn.lingpao.methodology.framework;

/** How a node's score is made of its children's; README, "How a score is made", has each formula. */
public enum Aggregation {
    MEAN,
    SUM,
    GEOMETRIC,
    HARMONIC,
    PRODUCT,
    GENERALISED,
    MINIMUM,
    MAXIMUM,
    COPELAND
}
