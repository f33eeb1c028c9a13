package cn.lingpao.evidencereview.domain;

import java.util.Set;

/**
 * How far the results of programs count by themselves in a campaign, right now.
 *
 * @param fallen the checks that have fallen back to people
 */
public record Trust(Sampling sampling, Set<Check> fallen) {

    /** Every result counts by itself and none is sampled. */
    public static final Trust FULL = new Trust(Sampling.NONE, Set.of());

    public Trust {
        fallen = Set.copyOf(fallen);
    }

    boolean doubts(CellId cell, Observation result) {
        return result.automatic()
                && fallen.contains(new Check(cell.campaignId(), result.observer(), cell.checkPointId()));
    }

    /** Only what a program determined is sampled: what it could not determine goes to people anyway. */
    boolean draws(CellId cell, Observation result) {
        return result.isAutomaticResult() && sampling.draws(cell, result);
    }
}
