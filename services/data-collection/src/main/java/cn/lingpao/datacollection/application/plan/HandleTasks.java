package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.application.plan.Handling.Contended;
import cn.lingpao.datacollection.application.plan.Handling.HeldBy;
import cn.lingpao.datacollection.application.plan.Handling.HeldByNobody;
import cn.lingpao.datacollection.application.plan.Handling.NoTask;
import cn.lingpao.datacollection.application.plan.Handling.OutsidePhase;
import cn.lingpao.datacollection.application.plan.Handling.Settled;
import cn.lingpao.datacollection.domain.Campaign.Window;
import cn.lingpao.datacollection.domain.plan.Hold;
import cn.lingpao.datacollection.domain.plan.Hold.Act;
import cn.lingpao.datacollection.domain.plan.Hold.Kind;
import cn.lingpao.datacollection.domain.plan.Plan;
import cn.lingpao.datacollection.domain.plan.Task;
import cn.lingpao.datacollection.domain.plan.TaskState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Lets people claim tasks and return them. Of two who claim at once one gets it, for a claim is one write that holds only
 * on the version that was read.
 */
public final class HandleTasks {

    private static final int ATTEMPTS = 5;

    private final Boards boards;
    private final Holds holds;
    private final Clock clock;

    public HandleTasks(Boards boards, Holds holds, Clock clock) {
        this.boards = boards;
        this.holds = holds;
        this.clock = clock;
    }

    /** Gives the task to the caller; he who holds it already keeps it. */
    public Handling claim(String campaignId, String targetId, String checkPointId, String caller) {
        return attempt(campaignId, targetId, checkPointId, (task, hold) -> {
            if (task.state() == TaskState.CLAIMED) {
                return caller.equals(task.holder())
                        ? new Step.Answer(new Settled(task))
                        : new Step.Answer(new HeldBy(String.valueOf(task.holder())));
            }
            return new Step.Change(hold.claimed(caller, now()));
        });
    }

    /**
     * Gives the task back, so that another can claim it.
     *
     * @param anybodys whether the caller may give back what somebody else holds
     */
    public Handling giveBack(
            String campaignId, String targetId, String checkPointId, String caller, boolean anybodys, String reason) {
        return attempt(campaignId, targetId, checkPointId, (task, hold) -> {
            if (task.state() != TaskState.CLAIMED) {
                Act last = hold.last();
                boolean again = last != null
                        && last.kind() == Kind.RETURNED
                        && last.by().equals(caller)
                        && reason.equals(last.reason());
                return new Step.Answer(again ? new Settled(task) : new HeldByNobody());
            }
            if (!anybodys && !caller.equals(task.holder())) {
                return new Step.Answer(new HeldBy(String.valueOf(task.holder())));
            }
            return new Step.Change(hold.returned(caller, now(), reason));
        });
    }

    private Handling attempt(String campaignId, String targetId, String checkPointId, Decision decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Board board = boards.of(campaignId, targetId);
            Optional<Handling> closed = closed(board.plan());
            if (closed.isPresent()) {
                return closed.get();
            }
            Optional<Task> task = task(board, targetId, checkPointId);
            if (task.isEmpty() || task.get().state() == TaskState.DONE) {
                return new NoTask();
            }
            Hold hold = board.hold(targetId, checkPointId);
            switch (decision.on(task.get(), hold)) {
                case Step.Answer answer -> {
                    return answer.handling();
                }
                case Step.Change change -> {
                    if (holds.save(change.next())) {
                        return task(boards.of(campaignId, targetId), targetId, checkPointId)
                                .<Handling>map(Settled::new)
                                .orElseGet(NoTask::new);
                    }
                }
            }
        }
        return new Contended();
    }

    private static Optional<Task> task(Board board, String targetId, String checkPointId) {
        Part part = new Part(targetId, null);
        return board.plan()
                .point(checkPointId)
                .map(point ->
                        board.tasks(part.sites(board.plan()), List.of(point)).findFirst())
                .orElseThrow(() -> new NotInThePlan("check-point", checkPointId));
    }

    private Optional<Handling> closed(Plan plan) {
        return plan.collection()
                .filter(window -> plan.live() && !window.contains(clock.instant()))
                .map(Window::toString)
                .map(OutsidePhase::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is to be done with a task as it stands. */
    private interface Decision {

        Step on(Task task, Hold hold);
    }

    private sealed interface Step {

        record Answer(Handling handling) implements Step {}

        record Change(Hold next) implements Step {}
    }
}
