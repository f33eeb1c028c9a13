package cn.lingpao.datacollection.domain.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the plan as it stands.
 *
 * @param newest null while nobody has observed it
 * @param determinedAt when it was last determined; of a check that has fallen back, by people; null while it never was
 */
public record Cell(
        Due due, @Nullable Finding newest, @Nullable Instant determinedAt) {

    public static Cell of(Due due, Findings findings) {
        Optional<Instant> determined =
                due.fallback() == null ? findings.determined(due) : findings.determinedByPeople(due);
        return new Cell(due, findings.newest(due).orElse(null), determined.orElse(null));
    }

    /** What a program finds whose check has fallen back counts no more: people have to find it out since then. */
    public CellState state() {
        if (newest == null) {
            return CellState.NOT_COLLECTED;
        }
        Fallback fallback = due.fallback();
        if (fallback != null && fallback.isOf(newest.observer())) {
            boolean byPeople = determinedAt != null && !determinedAt.isBefore(fallback.since());
            return byPeople ? CellState.COLLECTED : CellState.NOT_COLLECTED;
        }
        return newest.determined() ? CellState.COLLECTED : CellState.UNDETERMINED;
    }

    /** Whether nobody has determined it and the deadline is nearer than the margin. */
    public boolean isLate(Instant now, Duration margin) {
        Optional<Instant> deadline = due.deadline();
        return state() != CellState.COLLECTED
                && deadline.isPresent()
                && !now.isBefore(deadline.get().minus(margin));
    }

    /**
     * Whether people have to see to it: nothing could be determined, or it is theirs and not collected, or a program has
     * not delivered and the deadline is near.
     */
    public boolean needsPeople(Instant now, Duration margin) {
        return switch (state()) {
            case COLLECTED -> false;
            case UNDETERMINED -> true;
            case NOT_COLLECTED -> due.byPeople() || isLate(now, margin);
        };
    }
}
