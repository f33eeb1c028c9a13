package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Participation.Pending;
import cn.lingpao.targetregistry.domain.Target;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The registry's stores in memory; they pass the same kit as the real ones. */
public final class InMemoryRegistry {

    private InMemoryRegistry() {}

    /** Framework versions. */
    public static final class InMemoryFrameworks implements Frameworks {

        private final Map<String, FrameworkVersion> versions = new TreeMap<>();

        @Override
        public Optional<FrameworkVersion> find(String ref) {
            return Optional.ofNullable(versions.get(ref));
        }

        @Override
        public List<FrameworkVersion> all() {
            return List.copyOf(versions.values());
        }

        @Override
        public boolean add(FrameworkVersion version) {
            return versions.putIfAbsent(version.ref(), version) == null;
        }
    }

    /** Campaigns. */
    public static final class InMemoryCampaigns implements Campaigns {

        private final Map<String, Campaign> campaigns = new TreeMap<>();

        @Override
        public Optional<Campaign> find(String id) {
            return Optional.ofNullable(campaigns.get(id));
        }

        @Override
        public List<Campaign> all() {
            return List.copyOf(campaigns.values());
        }

        @Override
        public boolean save(Campaign next) {
            long stored = find(next.id()).map(Campaign::sequence).orElse(0L);
            if (next.sequence() != stored + 1) {
                return false;
            }
            campaigns.put(next.id(), next);
            return true;
        }
    }

    /** Targets. */
    public static final class InMemoryTargets implements Targets {

        private final Map<String, Target> targets = new TreeMap<>();

        @Override
        public Optional<Target> find(String campaignId, String targetId) {
            return Optional.ofNullable(targets.get(campaignId + "/" + targetId));
        }

        @Override
        public List<Target> of(String campaignId) {
            return targets.values().stream()
                    .filter(target -> target.campaignId().equals(campaignId))
                    .toList();
        }

        @Override
        public Set<String> groupsInUse(String campaignId) {
            return of(campaignId).stream()
                    .map(target -> target.details().groupId())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public Set<String> save(String campaignId, Collection<Target> next) {
            Set<String> late = new TreeSet<>();
            for (Target target : next) {
                long stored =
                        find(campaignId, target.id()).map(Target::sequence).orElse(0L);
                if (target.sequence() == stored + 1) {
                    targets.put(campaignId + "/" + target.id(), target);
                } else {
                    late.add(target.id());
                }
            }
            return late;
        }
    }

    /** Applications to take part. */
    public static final class InMemoryParticipations implements Participations {

        private final Map<String, Participation> participations = new TreeMap<>();

        @Override
        public Optional<Participation> find(String campaignId, String participationId) {
            return Optional.ofNullable(participations.get(participationId))
                    .filter(found -> found.campaignId().equals(campaignId));
        }

        @Override
        public List<Participation> of(String campaignId) {
            return participations.values().stream()
                    .filter(found -> found.campaignId().equals(campaignId))
                    .sorted(Comparator.comparing(Participation::appliedAt))
                    .toList();
        }

        @Override
        public boolean add(Participation participation) {
            return participations.putIfAbsent(participation.id(), participation) == null;
        }

        @Override
        public boolean decide(Participation participation) {
            Participation stored = participations.get(participation.id());
            if (stored == null || !(stored.decision() instanceof Pending)) {
                return false;
            }
            participations.put(participation.id(), participation);
            return true;
        }
    }
}
