package cn.lingpao.methodology.framework;

import java.math.BigDecimal;

/** Value ÷ the answer to {@code by} (a variable, or a measure as it was collected) × {@code times}. */
public record Denomination(String by, BigDecimal times) {}
