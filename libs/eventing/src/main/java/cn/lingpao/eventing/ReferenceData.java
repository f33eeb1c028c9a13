package cn.lingpao.eventing;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.FallbackChanged;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Frameworks, campaigns and targets in memory, and what fell back to people where that is followed, as the compacted topics
 * have them: no write path asks another service.
 */
public class ReferenceData {

    private final Map<String, FrameworkPublished> frameworks = new ConcurrentHashMap<>();
    private final Map<String, CampaignDefined> campaigns = new ConcurrentHashMap<>();
    private final Map<String, Map<String, TargetRegistered>> targets = new ConcurrentHashMap<>();
    private final Map<String, Map<String, FallbackChanged>> fallbacks = new ConcurrentHashMap<>();

    public Optional<FrameworkPublished> framework(String ref) {
        return Optional.ofNullable(frameworks.get(ref));
    }

    public Optional<CampaignDefined> campaign(String campaignId) {
        return Optional.ofNullable(campaigns.get(campaignId));
    }

    public Collection<CampaignDefined> campaigns() {
        return List.copyOf(campaigns.values());
    }

    public Optional<TargetRegistered> target(String campaignId, String targetId) {
        return Optional.ofNullable(targets.getOrDefault(campaignId, Map.of()).get(targetId));
    }

    /** The targets of a campaign, by id. */
    public List<TargetRegistered> targets(String campaignId) {
        return targets.getOrDefault(campaignId, Map.of()).values().stream()
                .sorted(Comparator.comparing(TargetRegistered::targetId))
                .toList();
    }

    /** The checks of a campaign that have fallen back to people. */
    public List<FallbackChanged> fallbacks(String campaignId) {
        return fallbacks.getOrDefault(campaignId, Map.of()).values().stream()
                .filter(FallbackChanged::active)
                .sorted(Comparator.comparing(FallbackChanged::key))
                .toList();
    }

    /** Returns once everything published before the call is visible; call it before refusing something as unknown. */
    public void refresh() {}

    /** Takes a newer state; an older one changes nothing. */
    public void apply(DomainEvent event) {
        switch (event) {
            case FrameworkPublished framework -> frameworks.putIfAbsent(framework.ref(), framework);
            case CampaignDefined campaign ->
                campaigns.merge(
                        campaign.campaignId(), campaign, (old, now) -> now.sequence() > old.sequence() ? now : old);
            case TargetRegistered target ->
                targets.computeIfAbsent(target.campaignId(), id -> new ConcurrentHashMap<>())
                        .merge(target.targetId(), target, (old, now) -> now.sequence() > old.sequence() ? now : old);
            case FallbackChanged fallback ->
                fallbacks
                        .computeIfAbsent(fallback.campaignId(), id -> new ConcurrentHashMap<>())
                        .merge(fallback.key(), fallback, (old, now) -> now.sequence() > old.sequence() ? now : old);
            default -> throw new IllegalArgumentException("no reference data: " + event.getClass());
        }
    }
}
