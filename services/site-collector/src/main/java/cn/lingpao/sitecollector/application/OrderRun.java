package cn.lingpao.sitecollector.application;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.sitecollector.domain.Errands;
import cn.lingpao.sitecollector.domain.Order;
import cn.lingpao.sitecollector.domain.Run;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Begins a run of a campaign, if there is something to do and it is the time for it. */
public class OrderRun {

    private final Registry registry;
    private final Runs runs;
    private final RunQueue queue;
    private final Clock clock;
    private final Supplier<String> ids;

    public OrderRun(Registry registry, Runs runs, RunQueue queue, Clock clock, Supplier<String> ids) {
        this.registry = registry;
        this.runs = runs;
        this.queue = queue;
        this.clock = clock;
        this.ids = ids;
    }

    public Result order(String campaignId, Order order) {
        registry.refresh();
        Optional<CampaignDefined> found = registry.campaign(campaignId);
        if (found.isEmpty()) {
            return new UnknownCampaign(campaignId);
        }
        CampaignDefined campaign = found.get();
        Optional<Phase> closed = campaign.phase(PhaseId.COLLECTION).filter(phase -> !phase.contains(clock.instant()));
        if (closed.isPresent()) {
            return new OutsidePhase(closed.get());
        }
        Set<String> unknown = unknownTargets(campaignId, order);
        if (!unknown.isEmpty()) {
            return new UnknownTargets(unknown);
        }
        Set<String> notAssigned = new TreeSet<>(order.checks());
        notAssigned.removeAll(assignedChecks(campaign));
        if (!notAssigned.isEmpty() || assignedChecks(campaign).isEmpty()) {
            return new NotAssigned(notAssigned);
        }
        return begin(campaignId, order);
    }

    private Result begin(String campaignId, Order order) {
        Run run = Run.ordered(ids.get(), campaignId, order, clock.instant());
        if (runs.add(run)) {
            queue.take(run);
            return new Ordered(run);
        }
        return runs.active(campaignId).<Result>map(Busy::new).orElseGet(() -> begin(campaignId, order));
    }

    private Set<String> unknownTargets(String campaignId, Order order) {
        Set<String> unknown = new TreeSet<>(order.targets());
        registry.targets(campaignId).forEach(target -> unknown.remove(target.targetId()));
        return unknown;
    }

    private static Set<String> assignedChecks(CampaignDefined campaign) {
        return Errands.assignments(campaign).stream()
                .flatMap(assignment -> assignment.checks() == null ? Stream.empty() : assignment.checks().stream())
                .map(CampaignDefined.CheckedPoint::check)
                .collect(Collectors.toSet());
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The run waits for its turn, or has begun. */
    public record Ordered(Run run) implements Result {}

    /** Another one of the campaign has not ended. */
    public record Busy(Run run) implements Result {}

    public record UnknownCampaign(String campaignId) implements Result {}

    /** The campaign does not collect now. */
    public record OutsidePhase(Phase collection) implements Result {}

    public record UnknownTargets(Set<String> targets) implements Result {}

    /** These checks are not this collector's in the campaign; none named: it has none at all. */
    public record NotAssigned(Set<String> checks) implements Result {}
}
