package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.CellState;
import cn.lingpao.datacollection.domain.plan.Task;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Counts cells, their tasks, and who holds them. */
public final class Counts {

    private int due;
    private int collected;
    private int undetermined;
    private int fallback;
    private final Set<Board.Key> tasks = new HashSet<>();
    private final Set<Board.Key> escalated = new HashSet<>();
    private final Set<String> holders = new TreeSet<>();

    void add(PlannedCell planned) {
        due++;
        CellState state = planned.cell().state();
        collected += state == CellState.COLLECTED ? 1 : 0;
        undetermined += state == CellState.UNDETERMINED ? 1 : 0;
        fallback += planned.cell().due().fallback() == null ? 0 : 1;
        Task task = planned.task();
        if (task != null) {
            Board.Key key = new Board.Key(task.targetId(), task.point().id());
            tasks.add(key);
            if (task.escalated()) {
                escalated.add(key);
            }
            if (task.holder() != null) {
                holders.add(task.holder());
            }
        }
    }

    public int due() {
        return due;
    }

    public int collected() {
        return collected;
    }

    public int undetermined() {
        return undetermined;
    }

    public int notCollected() {
        return due - collected - undetermined;
    }

    /** Cells that are due by people because a check has fallen back to them. */
    public int fallback() {
        return fallback;
    }

    public int tasks() {
        return tasks.size();
    }

    public int escalated() {
        return escalated.size();
    }

    /** In alphabetical order. */
    public Set<String> holders() {
        return Collections.unmodifiableSet(holders);
    }
}
