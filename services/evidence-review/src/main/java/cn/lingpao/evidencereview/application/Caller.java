package cn.lingpao.evidencereview.application;

/** Who sends decisions, and in which roles. */
public record Caller(String name, boolean reviewer, boolean arbiter, boolean administrator) {}
