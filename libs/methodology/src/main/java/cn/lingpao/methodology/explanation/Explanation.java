package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.engine.Step;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Exclusion;
import cn.lingpao.methodology.framework.Origin;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Rounding;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.ScoreOverride;
import cn.lingpao.methodology.framework.Text;
import cn.lingpao.methodology.framework.Weights;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a target has the score it has: everything that went into it, from the score down to the verdicts. Its components are the
 * JSON that the scoring service answers and {@code lingpao score} writes.
 *
 * @param campaignId null for a scoring without a campaign; likewise {@code groupId}
 * @param weights whose the weights are, and the words that must stand beside them
 * @param fullMarks null when the framework has no upper end
 * @param total the root's score with the bonus; null when there is none
 * @param node the tree, or the branch that was asked for
 * @param figures what is published besides the tree
 */
public record Explanation(
        @Nullable String campaignId,
        Named target,
        @Nullable String groupId,
        String frameworkRef,
        Text frameworkName,
        @Nullable Weights weights,
        @Nullable BigDecimal fullMarks,
        @Nullable BigDecimal total,
        @Nullable NamedText level,
        @Nullable BonusPart bonus,
        NodePart node,
        List<FigurePart> figures) {

    /** A target with its name, where it has one. */
    public record Named(
            String id, @Nullable String zh, @Nullable String en) {}

    /** A part of the framework with its name. */
    public record NamedText(String id, Text name) {}

    /** Points of awards, after the cap; the number of awards where it is known. */
    public record BonusPart(
            String id,
            Text name,
            BigDecimal points,
            BigDecimal cap,
            @Nullable Integer awards) {}

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
     * @param reason why there is no score, where the state alone does not say it
     * @param weight among its siblings, as the framework states it
     * @param share the weight after those that do not count were left out: the factor of this node in its parent
     * @param counted whether it takes part in its parent's score
     * @param entry the number with which it goes into its parent: its score, or what the parent's own steps make of it
     * @param contribution what its parent's score has of it, where the parent adds: share × entry
     * @param aggregation how the children's scores were put together; null for a leaf, which adds points up
     * @param steps what happened to the score after that, in this order
     * @param rescaled for a leaf: all points ÷ points that could be earned, null unless some were left out
     */
    public record NodePart(
            String id,
            Text name,
            int depth,
            State state,
            @Nullable String reason,
            @Nullable BigDecimal score,
            BigDecimal weight,
            @Nullable BigDecimal share,
            boolean counted,
            @Nullable BigDecimal entry,
            @Nullable BigDecimal contribution,
            @Nullable Aggregation aggregation,
            List<Step> steps,
            @Nullable BigDecimal rescaled,
            @Nullable Rounding rounding,
            Treatment treatment,
            @Nullable Exclusion exclusion,
            @Nullable ScoreOverride override,
            List<NodePart> nodes,
            List<PointPart> checkPoints) {}

    /**
     * What was found, in the words of the platform's events.
     *
     * @param kind MET, NOT_MET, NUMBER, GRADE, NOT_APPLICABLE or UNDETERMINED
     * @param cause why nothing could be determined
     */
    public record Found(
            String kind,
            @Nullable BigDecimal number,
            @Nullable String grade,
            @Nullable String cause) {}

    /**
     * A check point and what it earned.
     *
     * @param rule its rule with its parameters
     * @param points points earned, of {@code max}
     * @param carried whether the value is that of another campaign, carried forward
     * @param base the value that a benchmark divided by
     * @param steps what was done to the answer, in this order
     * @param verdictId the verdict it rests on
     * @param evidenceIds the evidence of that verdict, where it is known
     */
    public record PointPart(
            String id,
            Text text,
            Origin origin,
            String ruleName,
            Rule rule,
            State state,
            @Nullable String reason,
            @Nullable Found value,
            boolean carried,
            @Nullable BigDecimal points,
            BigDecimal max,
            boolean counted,
            Treatment treatment,
            @Nullable BigDecimal base,
            @Nullable Named baseTarget,
            @Nullable String times,
            List<Step> steps,
            @Nullable Exclusion exclusion,
            @Nullable String verdictId,
            List<String> evidenceIds) {}

    /** A figure that is computed from the tree and feeds nothing. */
    public record FigurePart(
            String id,
            Text name,
            String of,
            State state,
            @Nullable String reason,
            @Nullable BigDecimal score,
            List<Step> steps) {}
}
