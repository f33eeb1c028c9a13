package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest scores of a target, as scoring has them; stays in the house until a release shows a part of it.
 *
 * @param verdicts how many cells of the target have a verdict
 * @param awards how many awards count
 * @param figures the scores of what is published besides the tree
 * @param decisions scores that were set by hand
 */
public record ScoreSheet(
        String campaignId,
        String targetId,
        String frameworkRef,
        @Nullable BigDecimal total,
        @Nullable String level,
        BigDecimal bonus,
        int verdicts,
        int awards,
        List<NodeScore> nodes,
        List<PointState> points,
        List<NodeScore> figures,
        List<Decision> decisions) {

    public ScoreSheet {
        nodes = List.copyOf(nodes);
        points = List.copyOf(points);
        figures = Objects.requireNonNullElse(figures, List.of());
        decisions = Objects.requireNonNullElse(decisions, List.of());
    }

    /** The sheet of a target that nothing is known about: every node is missing, none is zero. */
    static ScoreSheet empty(String campaignId, String targetId, Framework framework) {
        List<NodeScore> nodes = framework.nodes().stream()
                .map(node -> new NodeScore(node.id(), State.MISSING, null))
                .toList();
        return new ScoreSheet(
                campaignId,
                targetId,
                framework.ref(),
                null,
                null,
                BigDecimal.ZERO,
                0,
                0,
                nodes,
                List.of(),
                List.of(),
                List.of());
    }

    /** Why a node or a check point has a score, or has none. */
    public enum State {
        SCORED,
        MISSING,
        UNDETERMINED,
        NOT_APPLICABLE,
        EXCLUDED,
        SCREENED,
        UNDEFINED
    }

    /** The score of a node; null unless it is SCORED. */
    public record NodeScore(
            String nodeId, State state, @Nullable BigDecimal score) {}

    /** A score that was set by hand: what, why, by whom and when, as the framework says. */
    public record Decision(
            String id,
            @Nullable BigDecimal score,
            String reason,
            @Nullable String author,
            @Nullable String at) {}

    /** The state of a check point. */
    public record PointState(String checkPointId, State state) {}
}
