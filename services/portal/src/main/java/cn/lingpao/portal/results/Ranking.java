package cn.lingpao.portal.results;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shown places of a list, best first. */
public record Ranking(Release.ListHeading list, List<Entry> entries) {

    /** A shown place. */
    public record Entry(
            @Nullable BigDecimal rank,
            boolean tied,
            Target target,
            @Nullable BigDecimal total,
            @Nullable String level,
            BigDecimal bonus,
            List<Score> dimensions,
            @Nullable List<Decision> decisions) {

        /** A place whose score was computed in every part. */
        public Entry(
                @Nullable BigDecimal rank,
                boolean tied,
                Target target,
                @Nullable BigDecimal total,
                @Nullable String level,
                BigDecimal bonus,
                List<Score> dimensions) {
            this(rank, tied, target, total, level, bonus, dimensions, null);
        }
    }

    /**
     * What was decided about a score and not computed.
     *
     * @param kind OVERRIDE, which set a score, or EXCLUSION, which dropped a part for everybody
     * @param id the node or check point it is about
     */
    public record Decision(
            String kind,
            String id,
            @Nullable BigDecimal score,
            String reason,
            @Nullable String author,
            @Nullable String at) {

        public boolean override() {
            return kind.equals("OVERRIDE");
        }
    }

    /** Whose result it is. */
    public record Target(String id, Words name, @Nullable String division) {}

    /** The score of a node; none unless its state is SCORED. */
    public record Score(String id, State state, @Nullable BigDecimal score) {}

    /** Why a node has a score, or has none. */
    public enum State {
        SCORED,
        MISSING,
        UNDETERMINED,
        NOT_APPLICABLE,
        EXCLUDED,
        SCREENED,
        UNDEFINED
    }
}
