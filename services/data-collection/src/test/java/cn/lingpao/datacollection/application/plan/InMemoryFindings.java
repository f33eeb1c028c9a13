package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.plan.Finding;
import cn.lingpao.datacollection.domain.plan.Findings;
import cn.lingpao.datacollection.domain.plan.Findings.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings in memory; finds the newest when it is asked. */
public final class InMemoryFindings implements NewestFindings {

    private final List<Observation> all = new ArrayList<>();

    @Override
    public synchronized void takeOver(List<Observation> observations) {
        all.addAll(observations);
    }

    @Override
    public synchronized List<Observation> notLater(Collection<Observation> candidates) {
        return candidates.stream()
                .filter(each -> all.stream()
                        .anyMatch(known -> InMemoryFindings.place(known).equals(InMemoryFindings.place(each))
                                && !each.content()
                                        .observedAt()
                                        .isAfter(known.content().observedAt())))
                .toList();
    }

    private static List<String> place(Observation observation) {
        return List.of(observation.content().campaignId(), observation.content().targetId());
    }

    @Override
    public synchronized long cells(String campaignId) {
        return all.stream()
                .map(Observation::content)
                .filter(each -> each.campaignId().equals(campaignId))
                .map(each -> List.of(each.targetId(), each.checkPointId()))
                .distinct()
                .count();
    }

    @Override
    public synchronized Map<String, Findings> of(String campaignId, @Nullable String targetId) {
        Map<String, Map<String, List<Finding>>> found = new HashMap<>();
        all.stream()
                .filter(each -> each.content().campaignId().equals(campaignId))
                .map(Finding::of)
                .filter(each -> targetId == null || each.targetId().equals(targetId))
                .forEach(each -> found.computeIfAbsent(each.targetId(), id -> new HashMap<>())
                        .computeIfAbsent(each.checkPointId() + "@" + each.channelId(), id -> new ArrayList<>())
                        .add(each));
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        target -> new Findings(target.getValue().values().stream()
                                .map(InMemoryFindings::known)
                                .toList())));
    }

    private static Known known(List<Finding> findings) {
        return new Known(
                Objects.requireNonNull(findings.stream().max(Finding.BY_AGE).orElse(null)),
                latest(findings, finding -> true),
                latest(findings, finding -> finding.observer().kind() == Observer.Kind.PERSON));
    }

    private static @Nullable Instant latest(List<Finding> findings, Predicate<Finding> wanted) {
        return findings.stream()
                .filter(Finding::determined)
                .filter(wanted)
                .map(Finding::recordedAt)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
