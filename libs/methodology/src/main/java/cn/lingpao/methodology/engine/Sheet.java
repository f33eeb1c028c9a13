package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one target. Decimals are canonical: at most 9 places, no trailing zeros.
 *
 * @param total the root's score with the bonus; null when the root has none
 * @param level id of the level; null without a score to level, or below all levels
 * @param bonus points from awards after the cap
 * @param nodes every node, in the framework's order, root first
 * @param points every check point and measure, in the framework's order
 * @param figures every figure, in the framework's order
 */
public record Sheet(
        String targetId,
        @Nullable BigDecimal total,
        @Nullable String level,
        BigDecimal bonus,
        List<NodeScore> nodes,
        List<PointScore> points,
        List<NodeScore> figures) {

    public Sheet {
        nodes = List.copyOf(nodes);
        points = List.copyOf(points);
        figures = List.copyOf(figures);
    }

    /**
     * The score of a node or figure.
     *
     * @param score null unless SCORED
     * @param counted whether it takes part in its parent's score, with its score or as zero
     * @param undefined why it is UNDEFINED, null otherwise
     * @param entry the number with which it goes into its parent: its score, or what the parent's own steps make of it; null
     *     when none does
     * @param steps what was done to the number that its children, or its answer, gave
     */
    public record NodeScore(
            String nodeId,
            State state,
            @Nullable BigDecimal score,
            boolean counted,
            @Nullable Undefined undefined,
            @Nullable BigDecimal entry,
            List<Step> steps) {

        public NodeScore {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What a check point or measure contributed.
     *
     * @param value what was answered, or carried forward
     * @param points points earned, of a measure its number after all steps; null unless SCORED
     * @param counted whether its points are among those that could be earned; if not, the others are rescaled
     * @param base what a benchmark divides by
     * @param baseTargetId the target that set it, the first by id if several did
     * @param undefined why it is UNDEFINED, null otherwise
     * @param carried whether the answer is that of the campaign that missing ones are carried forward from
     * @param steps what was done to the answer
     */
    public record PointScore(
            String checkPointId,
            State state,
            @Nullable Value value,
            @Nullable BigDecimal points,
            boolean counted,
            @Nullable String verdictId,
            @Nullable BigDecimal base,
            @Nullable String baseTargetId,
            @Nullable Undefined undefined,
            boolean carried,
            List<Step> steps) {

        public PointScore {
            steps = List.copyOf(steps);
        }
    }
}
