package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import cn.lingpao.evidencereview.domain.Sample;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import cn.lingpao.evidencereview.domain.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers how well programs do, check by check. */
public final class AskAboutMachines {

    private final Registry registry;
    private final Cells cells;
    private final Fallbacks fallbacks;

    public AskAboutMachines(Registry registry, Cells cells, Fallbacks fallbacks) {
        this.registry = registry;
        this.cells = cells;
        this.fallbacks = fallbacks;
    }

    /**
     * Every check of which a result was drawn, or that ever fell back, by collector and check point.
     *
     * @throws UnknownCampaign when there is no such campaign
     */
    public List<MachineRecord> records(String campaignId) {
        Campaign campaign = registry.campaign(campaignId)
                .or(() -> {
                    registry.refresh();
                    return registry.campaign(campaignId);
                })
                .orElseThrow(() -> new UnknownCampaign(campaignId));
        Map<Check, List<Sample>> samples =
                new TreeMap<>(Comparator.comparing(Check::collector).thenComparing(Check::checkPointId));
        samples.putAll(WatchMachines.byCheck(cells.sampled(campaignId, null)));
        Map<Check, Fallback> fallen = new TreeMap<>(Comparator.comparing(Check::text));
        fallbacks.of(campaignId).forEach(each -> {
            fallen.put(each.check(), each);
            samples.putIfAbsent(each.check(), List.of());
        });
        return samples.entrySet().stream()
                .map(each -> record(campaign, each.getKey(), each.getValue(), fallen.get(each.getKey())))
                .toList();
    }

    private static MachineRecord record(
            Campaign campaign, Check check, List<Sample> samples, @Nullable Fallback fallback) {
        Instant since = fallback == null ? null : fallback.liftedAt();
        Rule rule = campaign.sampling().of(check.checkPointId()).orElse(null);
        return new MachineRecord(check, rule, Tally.of(samples, since), since, fallback);
    }

    /**
     * What is known of a check.
     *
     * @param rule null where it is not sampled any more
     * @param since counted are the results that were taken in later; null when all are
     * @param fallback null when it never fell back
     */
    public record MachineRecord(
            Check check,
            @Nullable Rule rule,
            Tally tally,
            @Nullable Instant since,
            @Nullable Fallback fallback) {

        public boolean fallenBack() {
            return fallback != null && fallback.active();
        }
    }
}
