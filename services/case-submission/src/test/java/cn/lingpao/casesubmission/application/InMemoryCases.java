package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.InnovationCase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cases in memory; they pass the same kit as the real ones. */
public final class InMemoryCases implements Cases {

    private final Map<String, InnovationCase> cases = new TreeMap<>();

    @Override
    public Optional<InnovationCase> find(String caseId) {
        return Optional.ofNullable(cases.get(caseId));
    }

    @Override
    public List<InnovationCase> of(String campaignId) {
        return cases.values().stream()
                .filter(found -> found.campaignId().equals(campaignId))
                .sorted(Comparator.comparing(InnovationCase::submittedAt))
                .toList();
    }

    @Override
    public Count count(String campaignId) {
        List<InnovationCase> all = of(campaignId);
        return new Count(
                all.size(), all.stream().filter(InnovationCase::hasPoints).count());
    }

    @Override
    public boolean add(InnovationCase submitted) {
        return cases.putIfAbsent(submitted.id(), submitted) == null;
    }

    @Override
    public boolean award(InnovationCase awarded) {
        InnovationCase stored = cases.get(awarded.id());
        if (stored == null || stored.awardSequence() != awarded.awardSequence() - 1) {
            return false;
        }
        cases.put(awarded.id(), awarded);
        return true;
    }
}
