package cn.lingpao.evidencereview.adapter.kafka;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.evidencereview.application.Registry;
import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Campaign.CheckPoints;
import cn.lingpao.evidencereview.domain.Campaign.Phase;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.evidencereview.domain.Sampling;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Variable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The registry as the compacted topics tell it; a framework is parsed once. */
public final class ReferenceRegistry implements Registry {

    private final ReferenceData reference;
    private final Map<String, FrameworkCheckPoints> frameworks = new ConcurrentHashMap<>();
    private final Map<String, Known> samplings = new ConcurrentHashMap<>();

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
    public Collection<String> campaigns() {
        return reference.campaigns().stream().map(CampaignDefined::campaignId).toList();
    }

    @Override
    public void refresh() {
        reference.refresh();
    }

    private Campaign campaign(CampaignDefined campaign, FrameworkPublished framework) {
        FrameworkCheckPoints checkPoints = frameworks.computeIfAbsent(
                framework.ref(), ref -> new FrameworkCheckPoints(Framework.parse(framework.document())));
        List<Phase> phases = Stream.of(PhaseId.COLLECTION, PhaseId.ANALYSIS)
                .flatMap(id -> campaign.phase(id).stream())
                .map(phase -> new Phase(phase.id().name().toLowerCase(Locale.ROOT), phase.from(), phase.to()))
                .toList();
        return new Campaign(
                campaign.campaignId(),
                campaign.time() == TimeBasis.LIVE,
                phases,
                checkPoints,
                sampling(campaign, checkPoints.framework()));
    }

    private Sampling sampling(CampaignDefined campaign, Framework framework) {
        return campaign.sampling() == null
                ? Sampling.NONE
                : samplings
                        .compute(
                                campaign.campaignId(),
                                (id, old) -> old != null && old.campaign() == campaign
                                        ? old
                                        : new Known(campaign, SamplingRules.of(campaign.sampling(), framework)))
                        .sampling();
    }

    private record Known(CampaignDefined campaign, Sampling sampling) {}

    private record FrameworkCheckPoints(Framework framework) implements CheckPoints {

        @Override
        public Optional<ReviewMode> mode(String checkPointId) {
            return framework
                    .checkPoint(checkPointId)
                    .map(CheckPoint::review)
                    .or(() -> framework.variable(checkPointId).map(Variable::review))
                    .map(mode -> ReviewMode.valueOf(mode.name()));
        }

        @Override
        public Optional<String> misfit(String checkPointId, Value value) {
            return framework.accepts(checkPointId, methodological(value));
        }

        private static cn.lingpao.methodology.framework.Value methodological(Value value) {
            return switch (value.kind()) {
                case MET -> cn.lingpao.methodology.framework.Value.MET;
                case NOT_MET -> cn.lingpao.methodology.framework.Value.NOT_MET;
                case NOT_APPLICABLE -> cn.lingpao.methodology.framework.Value.NOT_APPLICABLE;
                case UNDETERMINED -> cn.lingpao.methodology.framework.Value.UNDETERMINED;
                case NUMBER -> cn.lingpao.methodology.framework.Value.number(Objects.requireNonNull(value.number()));
                case GRADE -> cn.lingpao.methodology.framework.Value.grade(Objects.requireNonNull(value.grade()));
            };
        }
    }
}
