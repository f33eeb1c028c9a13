package cn.lingpao.datacollection.domain.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the plan: what is to be found out, by whom and until when.
 *
 * @param channelId null for the target as a whole
 * @param collector the program that is to do it; null for people
 * @param fallback why it is due by people although a program was to do it; null when the program is trusted
 * @param until the last day, in China; null when the campaign sets none
 */
public record Due(
        String targetId,
        Point point,
        @Nullable String channelId,
        @Nullable String collector,
        @Nullable Fallback fallback,
        @Nullable LocalDate until) {

    /** All dates of every campaign are dates in China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public boolean byPeople() {
        return collector == null || fallback != null;
    }

    /** The first instant that is too late. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(until)
                .map(day -> day.plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}
