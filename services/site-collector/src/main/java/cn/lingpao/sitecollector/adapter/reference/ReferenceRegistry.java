package cn.lingpao.sitecollector.adapter.reference;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.sitecollector.application.Registry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the register from the caches of the compacted topics. */
public final class ReferenceRegistry implements Registry {

    private final ReferenceData reference;

    public ReferenceRegistry(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public void refresh() {
        reference.refresh();
    }

    @Override
    public Optional<CampaignDefined> campaign(String campaignId) {
        return reference.campaign(campaignId);
    }

    @Override
    public Collection<CampaignDefined> campaigns() {
        return reference.campaigns();
    }

    @Override
    public List<TargetRegistered> targets(String campaignId) {
        return reference.targets(campaignId);
    }
}
