package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one target. Decimals are canonical: at most 9 places, no trailing zeros.
 *
 * @param total the root's score with the bonus; null when the root has none
 * @param level id of the level; null without a total, or below all levels
 * @param bonus points from awards after the cap
 * @param nodes every node, in the framework's order, root first
 * @param points every check point, in the framework's order
 */
public record Sheet(
        String targetId,
        @Nullable BigDecimal total,
        @Nullable String level,
        BigDecimal bonus,
        List<NodeScore> nodes,
        List<PointScore> points) {

    public Sheet {
        nodes = List.copyOf(nodes);
        points = List.copyOf(points);
    }

    /**
     * The score of a node.
     *
     * @param score null unless SCORED
     * @param counted whether it takes part in its parent's score, with its score or as zero
     */
    public record NodeScore(
            String nodeId, State state, @Nullable BigDecimal score, boolean counted) {}

    /**
     * What a check point contributed.
     *
     * @param points points earned; null unless SCORED
     * @param counted whether its points are among those that could be earned; if not, the others are rescaled
     * @param base the best value of the group, for a benchmark only
     * @param baseTargetId the target that set it, the first by id if several did
     */
    public record PointScore(
            String checkPointId,
            State state,
            @Nullable Value value,
            @Nullable BigDecimal points,
            boolean counted,
            @Nullable String verdictId,
            @Nullable BigDecimal base,
            @Nullable String baseTargetId) {}
}
