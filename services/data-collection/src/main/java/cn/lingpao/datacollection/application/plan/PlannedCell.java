package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Cell;
import cn.lingpao.datacollection.domain.plan.Task;
import org.jspecify.annotations.Nullable;

/** A cell and the task it belongs to; null when people need not see to it. */
public record PlannedCell(Cell cell, @Nullable Task task) {}
