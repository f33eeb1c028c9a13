package cn.lingpao.evidencereview.application;

import static java.util.stream.Collectors.groupingBy;

import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import cn.lingpao.evidencereview.domain.Sample;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import cn.lingpao.evidencereview.domain.Tally;
import cn.lingpao.evidencereview.domain.Trust;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts what people overturn, and lets a check whose error passes its limit fall back to people. What is counted is read from
 * the cells each time, so that a crash between a decision and the counting loses nothing, and a repetition counts nothing twice.
 */
public final class WatchMachines {

    private static final int CHUNK = 500;

    private final Cells cells;
    private final Fallbacks fallbacks;
    private final Registry registry;
    private final Clock clock;

    public WatchMachines(Cells cells, Fallbacks fallbacks, Registry registry, Clock clock) {
        this.cells = cells;
        this.fallbacks = fallbacks;
        this.registry = registry;
        this.clock = clock;
    }

    /** Counts the check points of these cells anew, after decisions on them. */
    public void after(Collection<CellId> decided) {
        decided.stream()
                .map(id -> new Point(id.campaignId(), id.checkPointId()))
                .distinct()
                .filter(this::isSampled)
                .forEach(point -> count(point.campaignId(), cells.sampled(point.campaignId(), point.checkPointId())));
    }

    /** Takes up what a crash may have left: counts everything anew, and puts up what fallen checks had answered. */
    public void resume() {
        registry.campaigns().forEach(campaign -> count(campaign, cells.sampled(campaign, null)));
        fallbacks.active().forEach(this::putUp);
    }

    private void count(String campaignId, List<SampledCell> sampled) {
        Optional<Campaign> campaign = registry.campaign(campaignId);
        if (campaign.isEmpty() || sampled.isEmpty()) {
            return;
        }
        byCheck(sampled).forEach((check, samples) -> campaign.get()
                .sampling()
                .of(check.checkPointId())
                .ifPresent(rule -> judge(check, samples, rule)));
    }

    /** The drawn results of each check. */
    static Map<Check, List<Sample>> byCheck(List<SampledCell> sampled) {
        return sampled.stream()
                .flatMap(cell -> cell.samples().stream()
                        .map(sample -> Map.entry(
                                new Check(
                                        cell.id().campaignId(),
                                        sample.collector(),
                                        cell.id().checkPointId()),
                                sample)))
                .collect(groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private void judge(Check check, List<Sample> samples, Rule rule) {
        Fallback before = fallbacks.find(check).orElse(null);
        if (before != null && before.active()) {
            return;
        }
        Tally tally = Tally.of(samples, before == null ? null : before.liftedAt());
        if (tally.passes(rule)) {
            Fallback next =
                    Fallback.of(check, before, tally, rule, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (fallbacks.save(next)) {
                putUp(check);
            } else {
                judge(check, samples, rule);
            }
        }
    }

    /** Puts the verdicts that rest on a fallen check up for review; they stay in force until people decide. */
    private void putUp(Check check) {
        List<CellId> standing = cells.unreviewed(check.campaignId(), check.checkPointId());
        for (int from = 0; from < standing.size(); from += CHUNK) {
            putUp(check, standing.subList(from, Math.min(from + CHUNK, standing.size())));
        }
    }

    private void putUp(Check check, Collection<CellId> ids) {
        Optional<Campaign> campaign = registry.campaign(check.campaignId());
        Collection<CellId> left = ids;
        while (!left.isEmpty() && campaign.isPresent()) {
            Trust trust = new Trust(campaign.get().sampling(), fallbacks.active());
            List<Cell> doubted = new ArrayList<>();
            for (Cell cell : cells.load(left).values()) {
                Cell next = cell.observe(List.of(), trust);
                if (next != cell) {
                    doubted.add(next);
                }
            }
            left = cells.save(doubted);
        }
    }

    /**
     * Has the results of a check count by themselves again; counting begins anew.
     *
     * @return the state now; empty when the check has not fallen back
     */
    public Optional<Fallback> lift(Check check, String by, String reason) {
        Optional<Fallback> active = fallbacks.find(check).filter(Fallback::active);
        if (active.isEmpty()) {
            return Optional.empty();
        }
        Fallback lifted = active.get().lifted(by, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return fallbacks.save(lifted) ? Optional.of(lifted) : lift(check, by, reason);
    }

    private boolean isSampled(Point point) {
        return registry.campaign(point.campaignId())
                .flatMap(campaign -> campaign.sampling().of(point.checkPointId()))
                .isPresent();
    }

    private record Point(String campaignId, String checkPointId) {}
}
