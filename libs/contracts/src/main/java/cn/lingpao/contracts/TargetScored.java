package cn.lingpao.contracts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score sheet of a target (the topic is compacted): a pure function of framework, verdicts and awards.
 *
 * @param total the root's score with the bonus, 9 decimals at the most; null when it is missing
 * @param level id of the level, null when there is none
 * @param bonus points from awards after the cap
 * @param verdicts how many cells of the target have a verdict
 * @param awards how many awards of more than zero points count
 * @param nodes every node of the tree, in the framework's order, root first
 * @param points every check point and measure, in the framework's order
 * @param figures every figure beside the tree, in the framework's order; null when the framework has none
 * @param decisions what was decided and not computed in this sheet; null when nothing was
 * @param beside answers that stand in no node: those to variables, and those this framework has no use for; null without any
 * @param awardPoints the sum of the awards before the cap; null without awards
 */
public record TargetScored(
        String campaignId,
        String targetId,
        String groupId,
        String frameworkRef,
        @Nullable BigDecimal total,
        @Nullable String level,
        BigDecimal bonus,
        int verdicts,
        int awards,
        List<NodeScore> nodes,
        List<PointScore> points,
        @Nullable List<NodeScore> figures,
        @Nullable List<Decision> decisions,
        @Nullable List<Beside> beside,
        @Nullable BigDecimal awardPoints)
        implements DomainEvent {

    public TargetScored {
        nodes = List.copyOf(nodes);
        points = List.copyOf(points);
        figures = figures == null || figures.isEmpty() ? null : List.copyOf(figures);
        decisions = decisions == null || decisions.isEmpty() ? null : List.copyOf(decisions);
        beside = beside == null || beside.isEmpty() ? null : List.copyOf(beside);
    }

    /** A sheet of a tree and nothing beside it. */
    public TargetScored(
            String campaignId,
            String targetId,
            String groupId,
            String frameworkRef,
            @Nullable BigDecimal total,
            @Nullable String level,
            BigDecimal bonus,
            int verdicts,
            int awards,
            List<NodeScore> nodes,
            List<PointScore> points) {
        this(
                campaignId,
                targetId,
                groupId,
                frameworkRef,
                total,
                level,
                bonus,
                verdicts,
                awards,
                nodes,
                points,
                null,
                null,
                null,
                null);
    }

    @Override
    public String key() {
        return campaignId + "/" + targetId;
    }

    /** Why a node or a check point has the score it has, or none. */
    public enum State {
        SCORED,
        MISSING,
        UNDETERMINED,
        NOT_APPLICABLE,
        EXCLUDED,
        /** The target has too little data to be scored in its group. */
        SCREENED,
        /** The formula has no result, for example because all values are equal. */
        UNDEFINED
    }

    /**
     * The score of a node; null unless {@code state} is SCORED.
     *
     * @param reason why it is UNDEFINED; null for every other state
     * @param entry the number with which it goes into its parent where that is not its score
     * @param steps what was done to the number that its children gave; null when nothing was
     */
    public record NodeScore(
            String nodeId,
            State state,
            @Nullable BigDecimal score,
            @Nullable String reason,
            @Nullable BigDecimal entry,
            @Nullable List<Step> steps) {

        public NodeScore {
            steps = steps == null || steps.isEmpty() ? null : List.copyOf(steps);
        }

        /** A score that nothing was done to. */
        public NodeScore(String nodeId, State state, @Nullable BigDecimal score) {
            this(nodeId, state, score, null, null, null);
        }
    }

    /**
     * One thing that was done to a number on its way to a score.
     *
     * @param kind for example NORMALISED
     * @param method the word of the framework language, where there are several ways
     * @param before null when there was no number; likewise {@code after} when none came out
     * @param with the input, check point, category or campaign that took part; null when none did
     * @param parameters as they were in effect, those of the group too
     */
    public record Step(
            String kind,
            String method,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable String with,
            List<Parameter> parameters) {

        public Step {
            parameters = List.copyOf(parameters);
        }
    }

    /** A number that a step was done with. */
    public record Parameter(String name, BigDecimal number) {}

    /**
     * What a check point contributed.
     *
     * @param points points earned; null unless {@code state} is SCORED
     * @param verdictId the verdict it rests on; null when there is none
     * @param base the value of the benchmark, for a benchmark only
     * @param baseTargetId the target that set it
     * @param carried true for a value that another campaign answered and this one did not; null for every other
     * @param reason why it is UNDEFINED; null for every other state
     * @param steps what was done to the answer; null when nothing was
     */
    public record PointScore(
            String checkPointId,
            State state,
            @Nullable ObservedValue value,
            @Nullable BigDecimal points,
            @Nullable String verdictId,
            @Nullable BigDecimal base,
            @Nullable String baseTargetId,
            @Nullable Boolean carried,
            @Nullable String reason,
            @Nullable List<Step> steps) {

        public PointScore {
            steps = steps == null || steps.isEmpty() ? null : List.copyOf(steps);
        }

        /** A check point whose value is this campaign's own. */
        public PointScore(
                String checkPointId,
                State state,
                @Nullable ObservedValue value,
                @Nullable BigDecimal points,
                @Nullable String verdictId,
                @Nullable BigDecimal base,
                @Nullable String baseTargetId) {
            this(checkPointId, state, value, points, verdictId, base, baseTargetId, null, null, null);
        }
    }

    /** The answer to something that is no check point of the framework. */
    public record Beside(
            String id, ObservedValue value, @Nullable String verdictId) {}

    /**
     * An administrative decision that shaped the score, to be shown wherever the score is.
     *
     * @param id the node, check point or figure it is about
     * @param score what an override set; null for an exclusion
     * @param author null where the framework names none
     * @param at date, or date and time, as the framework writes it
     */
    public record Decision(
            Kind kind,
            String id,
            @Nullable BigDecimal score,
            String reason,
            @Nullable String author,
            @Nullable String at) {

        /** The sorts of decision. */
        public enum Kind {
            /** The score was set by hand. */
            OVERRIDE,
            /** It was dropped for everybody after collection. */
            EXCLUSION
        }
    }
}
