package cn.lingpao.methodology.uncertainty;

import java.util.List;

/**
 * How firm a ranking is.
 *
 * @param openValues how many values were drawn
 * @param targets in the published order, those without a total last
 */
public record RankingUncertainty(
        int draws, long seed, Noise weights, int openValues, double confidence, List<TargetUncertainty> targets) {

    public RankingUncertainty {
        targets = List.copyOf(targets);
    }
}
