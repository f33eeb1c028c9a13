package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Observations in memory. */
public final class InMemoryObservations implements Observations {

    private final Map<ObservationId, Observation> all = new LinkedHashMap<>();

    @Override
    public int takeOver(List<Placed<Observation>> records) {
        int before = all.size();
        records.forEach(each -> all.putIfAbsent(each.record().id(), each.record()));
        return all.size() - before;
    }

    @Override
    public Set<ObservationId> known(Collection<Observation> candidates) {
        return candidates.stream().map(Observation::id).filter(all::containsKey).collect(Collectors.toSet());
    }

    @Override
    public Page<Observation> find(
            String campaignId, @Nullable String targetId, @Nullable String checkPointId, Paging paging) {
        List<Observation> found = of(campaignId)
                .filter(each -> targetId == null || each.content().targetId().equals(targetId))
                .filter(each ->
                        checkPointId == null || each.content().checkPointId().equals(checkPointId))
                .sorted(Comparator.comparing(
                                (Observation each) -> each.content().observedAt())
                        .reversed()
                        .thenComparing(each -> each.id().value()))
                .toList();
        return page(found, paging);
    }

    static <T> Page<T> page(List<T> found, Paging paging) {
        List<T> part = found.stream()
                .skip((long) paging.page() * paging.size())
                .limit(paging.size())
                .toList();
        return new Page<>(new ArrayList<>(part), paging.page(), paging.size(), found.size());
    }

    @Override
    public long count(String campaignId) {
        return of(campaignId).count();
    }

    private Stream<Observation> of(String campaignId) {
        return all.values().stream().filter(each -> each.content().campaignId().equals(campaignId));
    }
}
