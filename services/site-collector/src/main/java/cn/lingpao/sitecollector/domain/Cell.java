package cn.lingpao.sitecollector.domain;

/** A place of the plan. */
public record Cell(String target, String checkPoint, String channel) {}
