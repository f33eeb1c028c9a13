package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.CellState;
import cn.lingpao.datacollection.domain.plan.Due;
import cn.lingpao.datacollection.domain.plan.Task;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Counts cells and their tasks, and names who holds them and which programs have not delivered. */
public final class Counts {

    private int due;
    private int collected;
    private int undetermined;
    private int fallback;
    private final Set<Board.Key> tasks = new HashSet<>();
    private final Set<Board.Key> escalated = new HashSet<>();
    private final Set<Board.Key> claimed = new HashSet<>();
    private final Set<String> holders = new TreeSet<>();
    private final Set<String> awaited = new TreeSet<>();

    void add(PlannedCell planned) {
        Due asked = planned.cell().due();
        due++;
        CellState state = planned.cell().state();
        collected += state == CellState.COLLECTED ? 1 : 0;
        undetermined += state == CellState.UNDETERMINED ? 1 : 0;
        fallback += asked.fallback() == null ? 0 : 1;
        if (state == CellState.NOT_COLLECTED && !asked.byPeople()) {
            awaited.add(String.valueOf(asked.collector()));
        }
        Task task = planned.task();
        if (task != null) {
            Board.Key key = new Board.Key(task.targetId(), task.point().id());
            tasks.add(key);
            if (task.escalated()) {
                escalated.add(key);
            }
            if (task.holder() != null) {
                claimed.add(key);
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

    /** Tasks that somebody holds. */
    public int claimed() {
        return claimed.size();
    }

    /** Programs that have not delivered, in alphabetical order. */
    public Set<String> awaited() {
        return Collections.unmodifiableSet(awaited);
    }

    /** In alphabetical order. */
    public Set<String> holders() {
        return Collections.unmodifiableSet(holders);
    }
}
