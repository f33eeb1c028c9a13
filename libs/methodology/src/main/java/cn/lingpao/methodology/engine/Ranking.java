package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranks of the members of one list.
 *
 * @param entries best first; ties by division code and then target id; targets without a total last
 * @param displayed the same entries in the order in which the framework wants them shown: by level, and inside a level by
 *     division code or by score
 */
public record Ranking(List<Entry> entries, List<Entry> displayed) {

    public Ranking {
        entries = List.copyOf(entries);
        displayed = List.copyOf(displayed);
    }

    /** Ranks the members as the framework's ranking rule says. */
    public static Ranking of(Framework framework, Collection<Candidate> members) {
        throw new UnsupportedOperationException();
    }

    /** A member of a list with its total, null when it has none. */
    public record Candidate(
            String targetId,
            @Nullable String divisionCode,
            @Nullable BigDecimal total) {}

    /** A target's place; rank, total and level are null while it has no total. */
    public record Entry(
            String targetId,
            @Nullable String divisionCode,
            @Nullable Integer rank,
            @Nullable BigDecimal total,
            @Nullable String level) {}
}
