package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cells in memory; somebody else can be made to save first. */
public final class InMemoryCells implements Cells {

    public final List<Verdict> told = new ArrayList<>();
    private final Map<String, Cell> all = new TreeMap<>();
    private @Nullable Runnable beforeSaving;

    /** Runs once, right before the next cells are saved. */
    void beforeSaving(Runnable somebodyElse) {
        beforeSaving = somebodyElse;
    }

    @Override
    public Map<CellId, Cell> load(Collection<CellId> ids) {
        Map<CellId, Cell> found = new HashMap<>();
        ids.forEach(id -> {
            Cell cell = all.get(id.text());
            if (cell != null) {
                found.put(id, cell);
            }
        });
        return found;
    }

    @Override
    public Set<CellId> save(Collection<Cell> cells) {
        Runnable somebodyElse = beforeSaving;
        beforeSaving = null;
        if (somebodyElse != null) {
            somebodyElse.run();
        }
        Set<CellId> contended = new HashSet<>();
        for (Cell cell : cells) {
            Cell stored = all.get(cell.id().text());
            if ((stored == null ? 0 : stored.version()) == cell.version()) {
                all.put(cell.id().text(), cell.saved());
                told.addAll(cell.reached());
            } else {
                contended.add(cell.id());
            }
        }
        return contended;
    }

    @Override
    public Page<Cell> reviewed(String campaignId, Set<Stage> stages, @Nullable String targetId, Paging paging) {
        return page(campaignId, targetId, cell -> stages.contains(Stage.of(cell.state())), paging);
    }

    @Override
    public Page<Cell> withVerdict(String campaignId, @Nullable String targetId, Paging paging) {
        return page(campaignId, targetId, cell -> cell.verdict() != null, paging);
    }

    @Override
    public List<SampledCell> sampled(String campaignId, @Nullable String checkPointId) {
        return of(campaignId)
                .filter(cell -> checkPointId == null || cell.id().checkPointId().equals(checkPointId))
                .filter(cell -> !cell.audit().samples().isEmpty())
                .map(cell -> new SampledCell(cell.id(), cell.audit().samples()))
                .toList();
    }

    @Override
    public List<CellId> unreviewed(String campaignId, String checkPointId) {
        return of(campaignId)
                .filter(cell -> cell.id().checkPointId().equals(checkPointId))
                .filter(cell -> Stage.of(cell.state()) == Stage.UNREVIEWED)
                .map(Cell::id)
                .toList();
    }

    private Page<Cell> page(String campaignId, @Nullable String targetId, Predicate<Cell> wanted, Paging paging) {
        List<Cell> found = of(campaignId)
                .filter(cell -> targetId == null || cell.id().targetId().equals(targetId))
                .filter(wanted)
                .toList();
        List<Cell> part = found.stream()
                .skip((long) paging.page() * paging.size())
                .limit(paging.size())
                .toList();
        return new Page<>(part, paging.page(), paging.size(), found.size());
    }

    @Override
    public Progress progress(String campaignId) {
        return new Progress(
                of(campaignId).mapToLong(cell -> cell.observations().size()).sum(),
                of(campaignId).count(),
                of(campaignId).filter(cell -> cell.verdict() != null).count(),
                count(campaignId, Set.of(Stage.OPEN, Stage.FIRST_DECISION)),
                count(campaignId, Set.of(Stage.DISPUTED)));
    }

    private long count(String campaignId, Set<Stage> stages) {
        return of(campaignId)
                .filter(cell -> stages.contains(Stage.of(cell.state())))
                .count();
    }

    private Stream<Cell> of(String campaignId) {
        return all.values().stream().filter(cell -> cell.id().campaignId().equals(campaignId));
    }
}
