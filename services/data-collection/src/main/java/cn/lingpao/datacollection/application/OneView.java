package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The registry as one batch sees it: asked once for each campaign and target, until it is refreshed. */
final class OneView implements Registry {

    private final Registry registry;
    private final Map<String, Optional<Campaign>> campaigns = new HashMap<>();
    private final Map<Place, Optional<Target>> targets = new HashMap<>();

    OneView(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<Campaign> campaign(String campaignId) {
        return campaigns.computeIfAbsent(campaignId, registry::campaign);
    }

    @Override
    public Optional<Target> target(String campaignId, String targetId) {
        return targets.computeIfAbsent(
                new Place(campaignId, targetId), place -> registry.target(place.campaignId(), place.targetId()));
    }

    @Override
    public void refresh() {
        registry.refresh();
        campaigns.clear();
        targets.clear();
    }

    private record Place(String campaignId, String targetId) {}
}
