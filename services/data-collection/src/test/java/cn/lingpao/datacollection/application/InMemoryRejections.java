package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Rejection;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refused rows in memory. */
public final class InMemoryRejections implements Rejections {

    private final Map<String, Rejection> all = new LinkedHashMap<>();

    @Override
    public int takeOver(List<Placed<Rejection>> records) {
        int before = all.size();
        records.forEach(each -> all.putIfAbsent(each.record().id(), each.record()));
        return all.size() - before;
    }

    @Override
    public Set<String> known(Collection<String> ids) {
        Set<String> known = new HashSet<>(ids);
        known.retainAll(all.keySet());
        return known;
    }

    @Override
    public Page<Rejection> find(String campaignId, Paging paging) {
        Comparator<Rejection> newestFirst =
                Comparator.comparing(Rejection::rejectedAt).reversed();
        List<Rejection> found = all.values().stream()
                .filter(each -> each.campaignId().equals(campaignId))
                .sorted(newestFirst
                        .thenComparing(Rejection::line, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Rejection::id))
                .toList();
        return InMemoryObservations.page(found, paging);
    }

    @Override
    public long count(String campaignId) {
        return all.values().stream()
                .filter(each -> each.campaignId().equals(campaignId))
                .count();
    }
}
