package cn.lingpao.methodology.framework;

/** Whether something stands in the published source, or is the platform's own and must be labelled so. */
public enum Origin {
    SOURCE,
    PLATFORM
}
