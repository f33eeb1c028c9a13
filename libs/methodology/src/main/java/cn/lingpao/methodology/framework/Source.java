package cn.lingpao.methodology.framework;

import org.jspecify.annotations.Nullable;

/** The publication that a framework was taken from. */
public record Source(
        String title, @Nullable String url, @Nullable String licence) {}
