package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Bounds of a score; null where there is none. */
public record Clamp(@Nullable BigDecimal min, @Nullable BigDecimal max) {}
