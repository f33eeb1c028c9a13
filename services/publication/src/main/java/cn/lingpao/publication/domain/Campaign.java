package cn.lingpao.publication.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release has to know about its campaign.
 *
 * @param invented its targets are made up, and every page and file says so
 * @param recorded a past campaign is replayed: commands state their time
 * @param window the release phase; null when the campaign does not restrict it
 * @param lists the rankings that are published, in the campaign's order
 */
public record Campaign(
        String id,
        Words name,
        String frameworkRef,
        boolean invented,
        boolean recorded,
        @Nullable Window window,
        List<ListRule> lists) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public Campaign {
        lists = List.copyOf(lists);
    }

    public boolean mayReleaseAt(Instant instant) {
        return window == null || window.contains(instant);
    }

    /** The release phase: whole days in China, both ends inclusive. */
    public record Window(LocalDate from, LocalDate to) {

        @Override
        public String toString() {
            return from + " to " + to;
        }

        boolean contains(Instant instant) {
            LocalDate day = LocalDate.ofInstant(instant, CHINA);
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A list that is published.
     *
     * @param where a mark its members carry; null takes the whole group
     * @param top how many ranks may be shown; null shows every member
     */
    public record ListRule(
            String id,
            Words name,
            String groupId,
            @Nullable String where,
            @Nullable Integer top) {

        public boolean includes(Target target) {
            return target.groupId().equals(groupId)
                    && (where == null || target.marks().contains(where));
        }
    }
}
