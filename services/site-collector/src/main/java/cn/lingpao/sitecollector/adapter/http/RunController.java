package cn.lingpao.sitecollector.adapter.http;

import cn.lingpao.contracts.SiteCheck;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Fault;
import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.sitecollector.adapter.http.RunAnswers.RunList;
import cn.lingpao.sitecollector.adapter.http.RunAnswers.RunView;
import cn.lingpao.sitecollector.application.CancelRun;
import cn.lingpao.sitecollector.application.OrderRun;
import cn.lingpao.sitecollector.application.Runs;
import cn.lingpao.sitecollector.domain.Order;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders runs and tells how far they are. */
@RestController
@RequestMapping("/campaigns/{campaign}/collection-runs")
public class RunController {

    private static final int SHOWN = 100;
    private static final String READERS = "hasAnyRole('administrator', 'collector', 'auditor', 'reviewer')";

    private final OrderRun orderRun;
    private final CancelRun cancelRun;
    private final Runs runs;

    public RunController(OrderRun orderRun, CancelRun cancelRun, Runs runs) {
        this.orderRun = orderRun;
        this.cancelRun = cancelRun;
        this.runs = runs;
    }

    /**
     * The body of an order; all of it is optional.
     *
     * @param due only what the plan still waits for
     */
    record Wish(
            @Nullable List<String> targets,
            @Nullable List<String> checks,
            @Nullable Boolean due) {}

    @PostMapping
    @PreAuthorize("hasAnyRole('administrator', 'collector')")
    ResponseEntity<RunView> order(
            @PathVariable String campaign, @RequestBody(required = false) @Nullable Wish wish, Authentication caller) {
        Order order = order(wish == null ? new Wish(null, null, null) : wish, Caller.name(caller));
        return switch (orderRun.order(campaign, order)) {
            case OrderRun.Ordered ordered ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/campaigns/" + campaign + "/collection-runs/"
                                + ordered.run().id()))
                        .body(RunView.of(ordered.run()));
            case OrderRun.Busy busy ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "already-running",
                        "run " + busy.run().id() + " of this campaign has not ended; wait for it or cancel it");
            case OrderRun.UnknownCampaign unknown ->
                throw new Refusal(
                        HttpStatus.NOT_FOUND,
                        "unknown-campaign",
                        "there is no campaign '" + unknown.campaignId()
                                + "'; open it first: POST /api/v1/campaigns, or lingpao campaign open FILE");
            case OrderRun.OutsidePhase outside ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "outside-phase",
                        "the campaign collects from %s to %s"
                                .formatted(
                                        outside.collection().from(),
                                        outside.collection().to()));
            case OrderRun.UnknownTargets unknown -> throw unknownTargets(campaign, unknown.targets());
            case OrderRun.NothingToVisit nothing -> throw nothingToVisit(nothing.channels());
            case OrderRun.NotAssigned not -> throw notAssigned(not.checks());
        };
    }

    /** Answered 202 with the run as it stands: one that is carried out ends as soon as its requests are broken off. */
    @PostMapping("/{run}/cancellation")
    @PreAuthorize("hasAnyRole('administrator', 'collector')")
    ResponseEntity<RunView> cancel(@PathVariable String campaign, @PathVariable String run, Authentication caller) {
        return switch (cancelled(campaign, run, Caller.name(caller))) {
            case CancelRun.Asked asked -> ResponseEntity.accepted().body(RunView.of(asked.run()));
            case CancelRun.UnknownRun unknown -> throw Refusal.notFound("run", unknown.runId());
            case CancelRun.Ended ended ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "already-ended",
                        "the run ended at " + ended.run().endedAt() + ": "
                                + RunAnswers.word(ended.run().state()));
        };
    }

    private CancelRun.Result cancelled(String campaign, String run, String by) {
        try {
            return cancelRun.cancel(campaign, run, by);
        } catch (Runs.Away away) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "store-away",
                    "the store does not answer, so the run goes on; cancel it again in a while");
        }
    }

    @GetMapping
    @PreAuthorize(READERS)
    RunList all(@PathVariable String campaign) {
        return new RunList(
                runs.ofCampaign(campaign, SHOWN).stream().map(RunView::of).toList());
    }

    @GetMapping("/{run}")
    @PreAuthorize(READERS)
    RunView one(@PathVariable String campaign, @PathVariable String run) {
        return runs.find(campaign, run).map(RunView::of).orElseThrow(() -> Refusal.notFound("run", run));
    }

    private static Order order(Wish wish, String caller) {
        Set<String> targets = new TreeSet<>(Objects.requireNonNullElse(wish.targets(), List.of()));
        Set<String> checks = new TreeSet<>(Objects.requireNonNullElse(wish.checks(), List.of()));
        List<Fault> faults = new ArrayList<>();
        for (String check : checks) {
            if (SiteCheck.of(check).isEmpty()) {
                faults.add(Fault.at(
                        "checks", "unknown-check", "'" + check + "' is no check; there are " + SiteCheck.ids()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-check", "there are no such checks", faults);
        }
        return new Order(targets, checks, Boolean.TRUE.equals(wish.due()), Order.Trigger.DEMAND, caller);
    }

    private static Refusal unknownTargets(String campaign, Set<String> targets) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown-target",
                "the campaign has no such targets; GET /api/v1/campaigns/" + campaign
                        + "/targets lists those it has, lingpao target import adds some",
                targets.stream()
                        .map(target ->
                                Fault.at("targets", "unknown-target", "'" + target + "' is no target of " + campaign))
                        .toList());
    }

    private static Refusal nothingToVisit(Set<ChannelKind> channels) {
        String kinds = channels.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        return new Refusal(
                HttpStatus.CONFLICT,
                "nothing-to-visit",
                "none of the targets has a channel that is to be visited (" + kinds
                        + "); register it with its address, or assign other channels in the campaign file");
    }

    private static Refusal notAssigned(Set<String> checks) {
        String remedy = "; name it in an assignment under 'collection' of the campaign file,"
                + " for example checks: {search: site.search}, the check and the check point it decides";
        return checks.isEmpty()
                ? new Refusal(
                        HttpStatus.CONFLICT,
                        "nothing-assigned",
                        "the campaign names no check for site-collector" + remedy)
                : new Refusal(
                        HttpStatus.CONFLICT,
                        "not-assigned",
                        "the campaign does not assign " + String.join(", ", checks) + " to site-collector" + remedy);
    }
}
