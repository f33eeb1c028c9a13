package cn.lingpao.methodology.framework;

import java.math.BigDecimal;

/** A level of results; {@code from} is its inclusive lower bound on the exact decimal. */
public record Level(String id, Text name, BigDecimal from) {}
