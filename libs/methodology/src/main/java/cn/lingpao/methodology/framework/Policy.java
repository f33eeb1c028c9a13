package cn.lingpao.methodology.framework;

/** What a value that is not there does: it counts as zero, or it is left out and the others are rescaled. */
public enum Policy {
    ZERO,
    EXCLUDE
}
