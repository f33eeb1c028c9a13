package cn.lingpao.evidencereview.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.ReviewMode;
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
    private final Registry registry;

    public TakeObservations(Cells cells, Registry registry) {
        this.cells = cells;
        this.registry = registry;
    }

    /** Takes a batch in; what a cell has already changes nothing. Returns how many observations changed nothing. */
    public int take(List<Arrival> arrivals) {
        Map<CellId, List<Arrival>> pending =
                arrivals.stream().collect(groupingBy(Arrival::cell, LinkedHashMap::new, toList()));
        int repeated = 0;
        while (!pending.isEmpty()) {
            Map<CellId, Integer> fresh = new HashMap<>();
            Set<CellId> contended = cells.save(next(pending, fresh));
            for (Map.Entry<CellId, List<Arrival>> laid : pending.entrySet()) {
                if (!contended.contains(laid.getKey())) {
                    repeated += laid.getValue().size() - fresh.get(laid.getKey());
                }
            }
            pending.keySet().retainAll(contended);
        }
        return repeated;
    }

    private List<Cell> next(Map<CellId, List<Arrival>> pending, Map<CellId, Integer> fresh) {
        Map<CellId, Cell> known = cells.load(pending.keySet());
        List<Cell> next = new ArrayList<>();
        pending.forEach((id, arrivals) -> {
            Cell found = known.get(id);
            Cell before = found == null ? unseen(arrivals.getFirst()) : found;
            Cell after =
                    before.observe(arrivals.stream().map(Arrival::observation).toList());
            fresh.put(id, (int) after.observations().stream()
                    .filter(each -> !before.has(each.id()))
                    .count());
            if (after != before) {
                next.add(after);
            }
        });
        return next;
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
