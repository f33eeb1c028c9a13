package cn.lingpao.evidencereview.application;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Fallbacks in memory. */
public final class InMemoryFallbacks implements Fallbacks {

    public final List<String> told = new ArrayList<>();
    private final Map<String, Fallback> all = new TreeMap<>();

    @Override
    public Optional<Fallback> find(Check check) {
        return Optional.ofNullable(all.get(check.text()));
    }

    @Override
    public List<Fallback> of(String campaignId) {
        return all.values().stream()
                .filter(each -> each.check().campaignId().equals(campaignId))
                .toList();
    }

    @Override
    public Set<Check> active() {
        return all.values().stream()
                .filter(Fallback::active)
                .map(Fallback::check)
                .collect(toUnmodifiableSet());
    }

    @Override
    public boolean save(Fallback next) {
        Fallback stored = all.get(next.check().text());
        if ((stored == null ? 0 : stored.sequence()) != next.sequence() - 1) {
            return false;
        }
        all.put(next.check().text(), next);
        told.add("fallback/" + next.check().text() + "#" + next.sequence());
        return true;
    }
}
