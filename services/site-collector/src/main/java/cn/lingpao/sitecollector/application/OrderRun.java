package cn.lingpao.sitecollector.application;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.sitecollector.domain.Errands;
import cn.lingpao.sitecollector.domain.Order;
import cn.lingpao.sitecollector.domain.Run;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
        notAssigned.removeAll(Errands.checks(campaign));
        if (!notAssigned.isEmpty() || Errands.checks(campaign).isEmpty()) {
            return new NotAssigned(notAssigned);
        }
        if (Errands.of(campaign, registry.targets(campaignId), order, cell -> true)
                .isEmpty()) {
            return new NothingToVisit(channels(campaign, order));
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

    /** The kinds of channels that were to be looked at. */
    private static Set<ChannelKind> channels(CampaignDefined campaign, Order order) {
        return Errands.assignments(campaign).stream()
                .filter(assignment -> Errands.checked(assignment).stream()
                        .map(CheckedPoint::check)
                        .anyMatch(order::wantsCheck))
                .flatMap(assignment -> assignment.channels().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChannelKind.class)));
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

    /** None of the targets has a channel of these kinds. */
    public record NothingToVisit(Set<ChannelKind> channels) implements Result {}

    /** These checks are not this collector's in the campaign; none named: it has none at all. */
    public record NotAssigned(Set<String> checks) implements Result {}
}
