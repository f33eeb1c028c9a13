package cn.lingpao.methodology.framework;

import org.jspecify.annotations.Nullable;

/**
 * How targets are ranked by one number.
 *
 * @param basis the rounding before numbers are compared; null compares them as they are
 * @param direction HIGHER: the largest number is first
 */
public record RankBy(RankingRule.Method method, @Nullable Rounding basis, Direction direction) {}
