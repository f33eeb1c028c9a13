package cn.lingpao.datacollection.domain.plan;

import cn.lingpao.datacollection.domain.plan.Hold.Act;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check point of a target that people have to see to; it is done by itself once every cell of it is determined.
 *
 * @param holder who has claimed it; of a done task, who had
 * @param since when he did
 * @param escalated the deadline is near or past, and nobody has delivered
 * @param open the cells that need people; none of a done task
 */
public record Task(
        String targetId,
        Point point,
        TaskState state,
        @Nullable String holder,
        @Nullable Instant since,
        @Nullable LocalDate until,
        boolean escalated,
        List<Cell> open,
        List<Act> acts) {

    public Task {
        open = List.copyOf(open);
        acts = List.copyOf(acts);
    }

    /**
     * The task of a check point of a target; empty when there is nothing to do for people and nobody ever claimed it.
     *
     * @param cells all of the check point and target, at least one
     */
    public static Optional<Task> of(List<Cell> cells, Hold hold, Instant now, Duration margin) {
        List<Cell> open =
                cells.stream().filter(cell -> cell.needsPeople(now, margin)).toList();
        Due due = cells.getFirst().due();
        if (open.isEmpty()) {
            boolean done =
                    hold.holder() != null && cells.stream().allMatch(cell -> cell.state() == CellState.COLLECTED);
            return done
                    ? Optional.of(new Task(
                            due.targetId(),
                            due.point(),
                            TaskState.DONE,
                            hold.holder(),
                            since(hold),
                            earliest(cells),
                            false,
                            open,
                            hold.acts()))
                    : Optional.empty();
        }
        boolean held = hold.holder() != null && open.stream().anyMatch(cell -> !deliveredSince(cell, hold));
        return Optional.of(new Task(
                due.targetId(),
                due.point(),
                held ? TaskState.CLAIMED : TaskState.OPEN,
                held ? hold.holder() : null,
                held ? since(hold) : null,
                earliest(open),
                open.stream().anyMatch(cell -> cell.isLate(now, margin)),
                open,
                hold.acts()));
    }

    /** A claim is used up once what it was about was determined, even when it came undone later. */
    private static boolean deliveredSince(Cell cell, Hold hold) {
        Instant since = since(hold);
        return cell.determinedAt() != null
                && since != null
                && !cell.determinedAt().isBefore(since);
    }

    private static @Nullable Instant since(Hold hold) {
        Act last = hold.last();
        return last == null ? null : last.at();
    }

    private static @Nullable LocalDate earliest(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.due().until())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
