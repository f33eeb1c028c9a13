package cn.lingpao.contracts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranking of one list (the topic is compacted), best first, unranked targets last: a pure function, no time in it.
 *
 * @param verdicts how many cells of the list's targets have a verdict
 * @param entries every member of the list
 */
public record ListRanked(
        String campaignId, String listId, String groupId, String frameworkRef, int verdicts, List<Entry> entries)
        implements DomainEvent {

    public ListRanked {
        entries = List.copyOf(entries);
    }

    @Override
    public String key() {
        return campaignId + "/" + listId;
    }

    /**
     * A target's place; rank, total and level are null while it has no score.
     *
     * @param rank the whole part of the rank
     * @param exactRank the rank where it lies half way between two (fractional ranks of tied targets); null for every other
     */
    public record Entry(
            String targetId,
            @Nullable Integer rank,
            @Nullable BigDecimal total,
            @Nullable String level,
            @Nullable BigDecimal exactRank) {

        /** A place with a whole rank. */
        public Entry(String targetId, @Nullable Integer rank, @Nullable BigDecimal total, @Nullable String level) {
            this(targetId, rank, total, level, null);
        }
    }
}
