package cn.lingpao.scoring.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranking beside what it would be under another framework, with nothing of the record touched.
 *
 * @param frameworkRef the campaign's own
 * @param rescoredUnder the other one
 * @param since an earlier campaign that was scored under the other one; null when there is none to compare with
 * @param entries every member of the list, by its rank as told
 */
public record Rescoring(
        String campaignId,
        String listId,
        String frameworkRef,
        String rescoredUnder,
        @Nullable String since,
        List<Entry> entries) {

    public Rescoring {
        entries = List.copyOf(entries);
    }

    /** A place; rank, total and level are null while it has no score. */
    public record Place(
            @Nullable BigDecimal total,
            @Nullable BigDecimal rank,
            @Nullable String level) {}

    /**
     * A member under both rulers, and the change since the earlier campaign taken apart.
     *
     * @param told as it was told
     * @param rescored the same answers under the other framework
     * @param earlier in the earlier campaign
     * @param improved rescored − earlier: what the target did, under one and the same ruler
     * @param ruler told − rescored: what the framework did, with one and the same answers
     */
    public record Entry(
            String targetId,
            Place told,
            Place rescored,
            @Nullable Place earlier,
            @Nullable BigDecimal improved,
            @Nullable BigDecimal ruler) {

        static Entry of(String targetId, Place told, Place rescored, @Nullable Place earlier) {
            return new Entry(
                    targetId,
                    told,
                    rescored,
                    earlier,
                    earlier == null ? null : difference(rescored.total(), earlier.total()),
                    difference(told.total(), rescored.total()));
        }

        private static @Nullable BigDecimal difference(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? null : one.subtract(other).stripTrailingZeros();
        }
    }
}
