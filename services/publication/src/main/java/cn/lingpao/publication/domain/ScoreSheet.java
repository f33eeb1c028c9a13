package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest scores of a target, as scoring has them; stays in the house until a release shows a part of it.
 *
 * @param verdicts how many cells of the target have a verdict
 * @param awards how many awards count
 * @param figures the scores of what is published besides the tree
 * @param decisions what was decided and not computed
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
        @Nullable List<NodeScore> figures,
        @Nullable List<Decision> decisions) {

    /** A document of before there were figures and decisions has none. */
    public ScoreSheet {
        nodes = List.copyOf(nodes);
        points = List.copyOf(points);
        figures = figures == null ? List.of() : List.copyOf(figures);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
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

    /**
     * An administrative decision that shaped the score.
     *
     * @param override whether it set a score; otherwise it dropped what it is about for everybody
     * @param id the node or check point it is about
     * @param at date, or date and time
     */
    public record Decision(
            boolean override,
            String id,
            @Nullable BigDecimal score,
            String reason,
            @Nullable String author,
            @Nullable String at) {}

    /** The state of a check point. */
    public record PointState(String checkPointId, State state) {}
}
