package cn.lingpao.methodology.framework;

/** Which end of the numbers is the good one. */
public enum Direction {
    HIGHER,
    LOWER
}
