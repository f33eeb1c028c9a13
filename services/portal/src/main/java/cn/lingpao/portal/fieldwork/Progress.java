package cn.lingpao.portal.fieldwork;

import java.util.List;

/** Counted progress, a row for each target, indicator, collector or day. */
public record Progress(String by, List<Row> rows) {

    /** One of them. */
    public record Row(String key, Count count) {}

    /** Points; {@code tasks} and {@code escalated} count check points of targets. */
    public record Count(int due, int collected, int undetermined, int notCollected, int tasks, int escalated) {}
}
