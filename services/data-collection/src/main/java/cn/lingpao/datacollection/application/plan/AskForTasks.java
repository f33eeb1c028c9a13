package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.plan.Task;
import cn.lingpao.datacollection.domain.plan.TaskState;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Answers what people have to see to. */
public final class AskForTasks {

    private static final Comparator<Task> MOST_URGENT = Comparator.comparing(Task::escalated)
            .reversed()
            .thenComparing(Task::until, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Boards boards;

    public AskForTasks(Boards boards) {
        this.boards = boards;
    }

    /** The most urgent first, then in the order of targets and framework. */
    public Page<Task> tasks(String campaignId, Part part, Wanted wanted, Paging paging) {
        Board board = boards.of(campaignId, part.targetId());
        return Slices.of(
                board.tasks(part.sites(board.plan()), part.points(board.plan()))
                        .filter(wanted::takes)
                        .sorted(MOST_URGENT)
                        .toList(),
                paging);
    }

    /** Which tasks; null asks for any. */
    public record Wanted(
            @Nullable TaskState state,
            @Nullable String holder,
            @Nullable Boolean escalated) {

        boolean takes(Task task) {
            return (state == null || state == task.state())
                    && (holder == null || holder.equals(task.holder()))
                    && (escalated == null || escalated == task.escalated());
        }
    }
}
