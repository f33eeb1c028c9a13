package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Finding;

/** What a check decided about a channel of a target: one row of the verdicts. */
public record Outcome(String target, String channel, String check, Finding finding) {}
