package cn.lingpao.portal.fieldwork;

import cn.lingpao.portal.results.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check point of a target that people have to see to. */
public record Task(
        String target,
        String checkPoint,
        Words text,
        String indicator,
        String state,
        @Nullable String holder,
        @Nullable Instant since,
        @Nullable LocalDate until,
        boolean escalated,
        List<Point> open,
        List<Act> acts) {

    /** {@code claimed} or {@code returned}. */
    public record Act(
            String act, String by, Instant at, @Nullable String reason) {}
}
