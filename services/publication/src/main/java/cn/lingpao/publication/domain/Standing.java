package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest ranking of a list with every member, as scoring has it; stays in the house.
 *
 * @param verdicts how many cells of the members have a verdict
 * @param entries best first, unranked members last
 */
public record Standing(String campaignId, String listId, String frameworkRef, int verdicts, List<Place> entries) {

    public Standing {
        entries = List.copyOf(entries);
    }

    /**
     * Where a member stands; rank, total and level are null while it has no score.
     *
     * @param rank without needless zeros; half way between two where the framework's method says so
     */
    public record Place(
            String targetId,
            @Nullable BigDecimal rank,
            @Nullable BigDecimal total,
            @Nullable String level) {}
}
