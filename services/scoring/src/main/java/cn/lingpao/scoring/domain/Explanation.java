package cn.lingpao.scoring.domain;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored.State;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Exclusion;
import cn.lingpao.methodology.framework.Origin;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Rounding;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Text;
import cn.lingpao.methodology.framework.Weights;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a target has the score it has: everything that went into it, from the score down to the verdicts.
 *
 * @param weights whose the weights are, and the words that must stand beside them
 * @param total the root's score with the bonus; null when there is none
 * @param node the tree, or the branch that was asked for
 */
public record Explanation(
        String campaignId,
        Named target,
        String groupId,
        String frameworkRef,
        Text frameworkName,
        @Nullable Weights weights,
        BigDecimal fullMarks,
        @Nullable BigDecimal total,
        @Nullable NamedText level,
        @Nullable BonusPart bonus,
        NodePart node) {

    /** A target with its name, where the register has one. */
    public record Named(
            String id, @Nullable String zh, @Nullable String en) {}

    /** A part of the framework with its name. */
    public record NamedText(String id, Text name) {}

    /** Points of awards, after the cap. */
    public record BonusPart(String id, Text name, BigDecimal points, BigDecimal cap, int awards) {}

    /**
     * What became of a value that is not there.
     *
     * @param missing what the framework does when nothing was observed
     * @param undetermined what it does when nobody could tell
     */
    public record Treatment(Policy missing, Policy undetermined) {}

    /**
     * A node and how its score was made.
     *
     * @param weight among its siblings, as the framework states it
     * @param share the weight after those that do not count were left out: the factor of this node in its parent
     * @param counted whether it takes part in its parent's score
     * @param aggregation how the children's scores were put together; null for a leaf, which adds points up
     * @param rescaled for a leaf: all points ÷ points that could be earned, null unless some were left out
     */
    public record NodePart(
            String id,
            Text name,
            int depth,
            State state,
            @Nullable BigDecimal score,
            BigDecimal weight,
            @Nullable BigDecimal share,
            boolean counted,
            @Nullable Aggregation aggregation,
            @Nullable BigDecimal rescaled,
            @Nullable Rounding rounding,
            Treatment treatment,
            @Nullable Exclusion exclusion,
            List<NodePart> nodes,
            List<PointPart> checkPoints) {}

    /**
     * A check point and what it earned.
     *
     * @param rule its rule with its parameters
     * @param points points earned, of {@code max}
     * @param base the best value of the group, for a benchmark only
     * @param verdictId the verdict it rests on
     */
    public record PointPart(
            String id,
            Text text,
            Origin origin,
            String ruleName,
            Rule rule,
            State state,
            @Nullable ObservedValue value,
            @Nullable BigDecimal points,
            BigDecimal max,
            boolean counted,
            Treatment treatment,
            @Nullable BigDecimal base,
            @Nullable Named baseTarget,
            @Nullable String verdictId) {}
}
