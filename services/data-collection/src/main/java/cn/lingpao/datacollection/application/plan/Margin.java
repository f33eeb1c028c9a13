package cn.lingpao.datacollection.application.plan;

import java.time.Duration;

/** How long before its deadline a cell that nobody has delivered is escalated. */
public record Margin(Duration before) {}
