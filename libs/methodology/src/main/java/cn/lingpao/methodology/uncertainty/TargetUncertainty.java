package cn.lingpao.methodology.uncertainty;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How firm the place of one target is.
 *
 * @param rank as published; null without a total
 * @param total what is ranked, as published
 * @param rank5 the smallest rank that at least 5 % of the draws reach; likewise 50 % and 95 %; null when it never has a rank
 * @param levels the share of the draws in each level, highest level first; what is left is below all levels or without a total
 * @param unranked the share of the draws without a total
 * @param next how it stands to the one that follows; null for the last and for those without a total
 */
public record TargetUncertainty(
        String targetId,
        @Nullable Double rank,
        @Nullable BigDecimal total,
        @Nullable Double rank5,
        @Nullable Double rank50,
        @Nullable Double rank95,
        @Nullable Double meanRank,
        @Nullable Double meanTotal,
        Map<String, Double> levels,
        double unranked,
        @Nullable Neighbour next) {

    public TargetUncertainty {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /**
     * The target that follows in the published order.
     *
     * @param ahead the share of the draws in which this target is ahead of it
     * @param tied the share of the draws in which both are equal
     * @param distinguishable whether this target is ahead with the confidence that was asked for
     */
    public record Neighbour(String targetId, double ahead, double tied, boolean distinguishable) {}
}
