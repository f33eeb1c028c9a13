package cn.lingpao.publication.adapter.reference;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Text;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.publication.application.Registry;
import cn.lingpao.publication.domain.Campaign;
import cn.lingpao.publication.domain.Framework;
import cn.lingpao.publication.domain.Target;
import cn.lingpao.publication.domain.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reads the register from the caches of the compacted topics. */
@Component
class ReferenceRegistry implements Registry {

    private final ReferenceData reference;
    private final Map<String, Framework> outlines = new ConcurrentHashMap<>();

    ReferenceRegistry(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public void refresh() {
        reference.refresh();
    }

    @Override
    public Optional<Campaign> campaign(String campaignId) {
        return reference.campaign(campaignId).map(ReferenceRegistry::campaign);
    }

    @Override
    public Optional<Framework> framework(String ref) {
        return reference.framework(ref).map(this::outline);
    }

    @Override
    public Map<String, Target> targets(String campaignId) {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (TargetRegistered target : reference.targets(campaignId)) {
            targets.put(
                    target.targetId(),
                    new Target(
                            target.targetId(),
                            words(target.name()),
                            target.divisionCode(),
                            target.groupId(),
                            target.marks()));
        }
        return targets;
    }

    private Framework outline(FrameworkPublished published) {
        return outlines.computeIfAbsent(
                published.ref(), ref -> FrameworkOutline.of(published.hash(), published.document()));
    }

    private static Campaign campaign(CampaignDefined defined) {
        return new Campaign(
                defined.campaignId(),
                words(defined.name()),
                defined.frameworkRef(),
                defined.invented(),
                defined.time() == CampaignDefined.TimeBasis.RECORDED,
                defined.phase(CampaignDefined.PhaseId.RELEASE)
                        .map(phase -> new Campaign.Window(phase.from(), phase.to()))
                        .orElse(null),
                defined.lists().stream().map(ReferenceRegistry::list).toList());
    }

    private static Campaign.ListRule list(CampaignDefined.RankedList list) {
        return new Campaign.ListRule(list.id(), words(list.name()), list.groupId(), list.where(), list.top());
    }

    private static Words words(Text text) {
        return new Words(text.zh(), text.en());
    }
}
