package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import cn.lingpao.datacollection.application.Registry;
import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Campaign.CheckPoints;
import cn.lingpao.datacollection.domain.Campaign.Window;
import cn.lingpao.datacollection.domain.Registrations;
import cn.lingpao.datacollection.domain.Target;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.framework.Framework;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The registry as the compacted topics tell it; a framework is parsed once, and who is registered once a change. */
public final class ReferenceRegistry implements Registry {

    private final ReferenceData reference;
    private final Map<String, FrameworkCheckPoints> frameworks = new ConcurrentHashMap<>();
    private final Map<String, Known> registrations = new ConcurrentHashMap<>();

    public ReferenceRegistry(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public Optional<Campaign> campaign(String campaignId) {
        return reference.campaign(campaignId).flatMap(campaign -> reference
                .framework(campaign.frameworkRef())
                .map(framework -> campaign(campaign, framework)));
    }

    @Override
    public Optional<Target> target(String campaignId, String targetId) {
        return reference.target(campaignId, targetId).map(ReferenceRegistry::target);
    }

    @Override
    public void refresh() {
        reference.refresh();
    }

    private Campaign campaign(CampaignDefined campaign, FrameworkPublished framework) {
        FrameworkCheckPoints checkPoints = frameworks.computeIfAbsent(
                framework.ref(), ref -> new FrameworkCheckPoints(Framework.parse(framework.document())));
        Optional<Window> collection =
                campaign.phase(PhaseId.COLLECTION).map(phase -> new Window(phase.from(), phase.to()));
        Known known = registrations.compute(
                campaign.campaignId(),
                (id, old) -> old != null && old.campaign() == campaign
                        ? old
                        : new Known(campaign, Assigned.of(campaign, checkPoints.framework())));
        return new Campaign(
                campaign.campaignId(),
                campaign.time() == TimeBasis.LIVE,
                collection,
                checkPoints,
                known.registrations());
    }

    private record Known(CampaignDefined campaign, Registrations registrations) {}

    private static Target target(TargetRegistered target) {
        return new Target(
                target.targetId(),
                target.groupId(),
                target.channels().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Channel::id, channel -> Assigned.word(channel.kind()), (first, second) -> first)));
    }

    private record FrameworkCheckPoints(Framework framework) implements CheckPoints {

        @Override
        public boolean contains(String checkPointId) {
            return framework.checkPoint(checkPointId).isPresent()
                    || framework.variable(checkPointId).isPresent();
        }

        @Override
        public Optional<String> misfit(String checkPointId, Value value) {
            return framework.accepts(checkPointId, methodological(value));
        }

        private static cn.lingpao.methodology.framework.Value methodological(Value value) {
            return switch (value) {
                case Value.Judgement judgement ->
                    switch (judgement) {
                        case MET -> cn.lingpao.methodology.framework.Value.MET;
                        case NOT_MET -> cn.lingpao.methodology.framework.Value.NOT_MET;
                        case NOT_APPLICABLE -> cn.lingpao.methodology.framework.Value.NOT_APPLICABLE;
                    };
                case Value.Undetermined open -> cn.lingpao.methodology.framework.Value.UNDETERMINED;
                case Value.Measured measured -> cn.lingpao.methodology.framework.Value.number(measured.number());
                case Value.Graded graded -> cn.lingpao.methodology.framework.Value.grade(graded.grade());
            };
        }
    }
}
