package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.adapter.http.Answers.PageOf;
import cn.lingpao.datacollection.adapter.http.PlanAnswers.TaskView;
import cn.lingpao.datacollection.application.plan.AskForTasks;
import cn.lingpao.datacollection.application.plan.AskForTasks.Wanted;
import cn.lingpao.datacollection.application.plan.HandleTasks;
import cn.lingpao.datacollection.application.plan.Handling;
import cn.lingpao.datacollection.application.plan.Part;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.plan.TaskState;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people have to see to in a campaign, and who has taken it upon himself. */
@RestController
@RequestMapping("/campaigns/{campaign}/tasks")
public class TaskController {

    private static final int LONGEST_REASON = 2000;

    private final AskForTasks tasks;
    private final HandleTasks handle;

    public TaskController(AskForTasks tasks, HandleTasks handle) {
        this.tasks = tasks;
        this.handle = handle;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('administrator', 'auditor', 'reviewer', 'collector')")
    PageOf<TaskView> tasks(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(required = false) @Nullable Boolean escalated,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        Wanted wanted = new Wanted(state == null ? null : state(state), holder, escalated);
        return PageOf.of(
                tasks.tasks(campaign, new Part(target, node), wanted, ObservationController.paging(page, size)),
                TaskView::of);
    }

    @PostMapping("/{target}/{checkPoint}/claim")
    @PreAuthorize("hasAnyRole('collector', 'reviewer')")
    TaskView claim(
            @PathVariable String campaign,
            @PathVariable String target,
            @PathVariable String checkPoint,
            Authentication caller) {
        return settled(handle.claim(campaign, target, checkPoint, person(caller)), campaign, target, checkPoint);
    }

    /** The administrator may also give back what somebody else holds. */
    @PostMapping("/{target}/{checkPoint}/return")
    @PreAuthorize("hasAnyRole('collector', 'reviewer', 'administrator')")
    TaskView giveBack(
            @PathVariable String campaign,
            @PathVariable String target,
            @PathVariable String checkPoint,
            @RequestBody(required = false) @Nullable Why why,
            Authentication caller) {
        String reason = reason(why);
        return settled(
                handle.giveBack(
                        campaign, target, checkPoint, person(caller), Caller.has(caller, "administrator"), reason),
                campaign,
                target,
                checkPoint);
    }

    private static TaskView settled(Handling handling, String campaign, String target, String checkPoint) {
        String task = target + "/" + checkPoint;
        return switch (handling) {
            case Handling.Settled settled -> TaskView.of(settled.task());
            case Handling.NoTask none -> throw conflict("no-task", "there is nothing for people to do at " + task);
            case Handling.HeldBy held -> throw conflict("held", held.holder() + " holds " + task);
            case Handling.HeldByNobody nobody -> throw conflict("not-held", "nobody holds " + task);
            case Handling.OutsidePhase outside ->
                throw conflict("outside-phase", "the phase collection of '" + campaign + "' is " + outside.window());
            case Handling.Contended contended ->
                throw conflict("contended", "others changed " + task + " at the same time; send it again");
        };
    }

    private static String person(Authentication caller) {
        Observer sender = ObservationController.sender(caller);
        if (sender.kind() == Observer.Kind.SYSTEM) {
            throw new Refusal(HttpStatus.FORBIDDEN, "not-a-person", "tasks are for people, not for programs");
        }
        return sender.id();
    }

    private static String reason(@Nullable Why why) {
        String reason = why == null || why.reason() == null ? "" : why.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "missing-reason",
                    "say why, as {\"reason\": \"…\"}, in at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    private static TaskState state(String word) {
        return TaskState.named(word)
                .orElseThrow(() -> PlanController.wrong("state", "open, claimed or done, not '" + word + "'"));
    }

    private static Refusal conflict(String code, String reason) {
        return new Refusal(HttpStatus.CONFLICT, code, reason);
    }

    /** Why a task is returned. */
    record Why(@Nullable String reason) {}
}
