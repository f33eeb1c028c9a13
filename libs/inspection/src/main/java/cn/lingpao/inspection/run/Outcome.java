package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Finding;
import java.time.Instant;

/**
 * What a check decided about a channel of a target: one row of the verdicts.
 *
 * @param at when it was decided; a run that is resumed keeps it
 */
public record Outcome(String target, String channel, String check, Finding finding, Instant at) {}
