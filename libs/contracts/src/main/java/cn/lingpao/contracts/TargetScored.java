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
 * @param points every check point, in the framework's order
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
        List<PointScore> points)
        implements DomainEvent {

    public TargetScored {
        nodes = List.copyOf(nodes);
        points = List.copyOf(points);
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
        EXCLUDED
    }

    /** The score of a node; null unless {@code state} is SCORED. */
    public record NodeScore(
            String nodeId, State state, @Nullable BigDecimal score) {}

    /**
     * What a check point contributed.
     *
     * @param points points earned; null unless {@code state} is SCORED
     * @param verdictId the verdict it rests on; null when there is none
     * @param base the value of the benchmark, for a benchmark only
     * @param baseTargetId the target that set it
     */
    public record PointScore(
            String checkPointId,
            State state,
            @Nullable ObservedValue value,
            @Nullable BigDecimal points,
            @Nullable String verdictId,
            @Nullable BigDecimal base,
            @Nullable String baseTargetId) {}
}
