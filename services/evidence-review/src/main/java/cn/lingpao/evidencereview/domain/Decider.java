package cn.lingpao.evidencereview.domain;

/** A person who decides, and in which capacities that person may. */
public record Decider(String name, boolean reviewer, boolean arbiter) {}
