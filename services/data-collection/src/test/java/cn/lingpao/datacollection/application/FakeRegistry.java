package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Samples;
import cn.lingpao.datacollection.domain.Target;
import java.util.Optional;

/** Knows the sample campaign and target, from the start or only once it was refreshed. */
final class FakeRegistry implements Registry {

    int refreshes;
    private boolean stale;

    static FakeRegistry stale() {
        FakeRegistry registry = new FakeRegistry();
        registry.stale = true;
        return registry;
    }

    @Override
    public Optional<Campaign> campaign(String campaignId) {
        return Optional.of(Samples.RECORDED)
                .filter(campaign -> !stale && campaign.id().equals(campaignId));
    }

    @Override
    public Optional<Target> target(String campaignId, String targetId) {
        return Optional.of(Samples.TARGET)
                .filter(target -> !stale && target.id().equals(targetId));
    }

    @Override
    public void refresh() {
        refreshes++;
        stale = false;
    }
}
