package cn.lingpao.evidencereview.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.evidencereview.domain.Sampling;
import cn.lingpao.evidencereview.domain.Trust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays observations into their cells; a check point that nobody reviews has its verdict at once. */
public final class TakeObservations {

    private final Cells cells;
    private final Fallbacks fallbacks;
    private final Registry registry;

    public TakeObservations(Cells cells, Fallbacks fallbacks, Registry registry) {
        this.cells = cells;
        this.fallbacks = fallbacks;
        this.registry = registry;
    }

    /** Takes a batch in; what a cell has already changes nothing. Returns how many observations changed nothing. */
    public int take(List<Arrival> arrivals) {
        Set<Check> fallen = fallbacks.active();
        int repeated = take(arrivals, fallen);
        Set<Check> now = fallbacks.active();
        if (!fallen.containsAll(now)) {
            // a check fell back, and what it had answered was put up, before these were there
            take(arrivals, now);
        }
        return repeated;
    }

    private int take(List<Arrival> arrivals, Set<Check> fallen) {
        Map<CellId, List<Arrival>> pending =
                arrivals.stream().collect(groupingBy(Arrival::cell, LinkedHashMap::new, toList()));
        int repeated = 0;
        while (!pending.isEmpty()) {
            Map<CellId, Integer> fresh = new HashMap<>();
            Set<CellId> contended = cells.save(next(pending, fresh, fallen));
            for (Map.Entry<CellId, List<Arrival>> laid : pending.entrySet()) {
                if (!contended.contains(laid.getKey())) {
                    repeated += laid.getValue().size() - fresh.get(laid.getKey());
                }
            }
            pending.keySet().retainAll(contended);
        }
        return repeated;
    }

    private List<Cell> next(Map<CellId, List<Arrival>> pending, Map<CellId, Integer> fresh, Set<Check> fallen) {
        Map<CellId, Cell> known = cells.load(pending.keySet());
        List<Cell> next = new ArrayList<>();
        pending.forEach((id, arrivals) -> {
            Cell found = known.get(id);
            Cell before = found == null ? unseen(arrivals.getFirst()) : found;
            Cell after = before.observe(
                    arrivals.stream().map(Arrival::observation).toList(), trust(id.campaignId(), fallen));
            fresh.put(id, (int) after.observations().stream()
                    .filter(each -> !before.has(each.id()))
                    .count());
            if (after != before) {
                next.add(after);
            }
        });
        return next;
    }

    private Trust trust(String campaignId, Set<Check> fallen) {
        Sampling sampling =
                registry.campaign(campaignId).map(Campaign::sampling).orElse(Sampling.NONE);
        return new Trust(sampling, fallen);
    }

    private Cell unseen(Arrival arrival) {
        ReviewMode mode = mode(arrival.cell())
                .or(() -> {
                    registry.refresh();
                    return mode(arrival.cell());
                })
                .orElseThrow(() -> new IllegalStateException(
                        "the registry knows no campaign with " + arrival.cell().text()));
        return Cell.unseen(arrival.cell(), arrival.groupId(), mode);
    }

    private Optional<ReviewMode> mode(CellId id) {
        return registry.campaign(id.campaignId())
                .flatMap(campaign -> campaign.checkPoints().mode(id.checkPointId()));
    }

    /** An observation with the cell it belongs to. */
    public record Arrival(CellId cell, String groupId, Observation observation) {}
}
