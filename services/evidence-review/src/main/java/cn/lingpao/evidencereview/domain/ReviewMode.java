package cn.lingpao.evidencereview.domain;

/** How many people must decide before an observation counts. */
public enum ReviewMode {
    NONE,
    SINGLE,
    DOUBLE
}
