package cn.lingpao.methodology.engine;

import org.jspecify.annotations.Nullable;

/**
 * A target of the group that is scored together.
 *
 * @param divisionCode GB/T 2260; null sorts last
 */
public record Member(String targetId, @Nullable String divisionCode) {}
