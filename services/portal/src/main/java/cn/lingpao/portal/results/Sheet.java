package cn.lingpao.portal.results;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score sheet of a shown target. */
public record Sheet(
        Ranking.Target target,
        @Nullable BigDecimal total,
        @Nullable String level,
        BigDecimal bonus,
        List<Node> nodes,
        @Nullable List<Figure> figures,
        List<Membership> lists,
        @Nullable List<Ranking.Decision> decisions) {

    /** A sheet that was computed in every part. */
    public Sheet(
            Ranking.Target target,
            @Nullable BigDecimal total,
            @Nullable String level,
            BigDecimal bonus,
            List<Node> nodes,
            @Nullable List<Figure> figures,
            List<Membership> lists) {
        this(target, total, level, bonus, nodes, figures, lists, null);
    }

    /** The score of a figure that is published besides the tree. */
    public record Figure(
            String id, Ranking.State state, @Nullable BigDecimal score) {}

    /** The score of a node, and how many check points below it have none. */
    public record Node(
            String id, Ranking.State state, @Nullable BigDecimal score, int missing, int undetermined) {}

    /** A list that shows the target. */
    public record Membership(
            String id, Words name, @Nullable BigDecimal rank, boolean tied) {}
}
