package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.plan.CellState;
import cn.lingpao.datacollection.domain.plan.Due;
import cn.lingpao.datacollection.domain.plan.Fallback;
import cn.lingpao.datacollection.domain.plan.Finding;
import cn.lingpao.datacollection.domain.plan.Leaf;
import cn.lingpao.datacollection.domain.plan.Plan;
import cn.lingpao.datacollection.domain.plan.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what is due, how far it has come, and where it stands still. */
public final class AskThePlan {

    private final Boards boards;

    public AskThePlan(Boards boards) {
        this.boards = boards;
    }

    /** @param state null asks for every cell */
    public Page<PlannedCell> cells(String campaignId, Part part, @Nullable CellState state, Paging paging) {
        return Slices.of(
                cells(boards.of(campaignId, part.targetId()), part)
                        .filter(each -> state == null || each.cell().state() == state)
                        .toList(),
                paging);
    }

    /**
     * What nobody has collected yet, in the order of targets and framework.
     *
     * @param targetId null asks for every target
     */
    public List<Missing> missing(String campaignId, @Nullable String targetId) {
        Board board = boards.of(campaignId, targetId);
        Part part = new Part(targetId, null);
        return part.sites(board.plan()).stream()
                .flatMap(site -> board.cells(List.of(site), board.plan().points())
                        .map(PlannedCell::cell)
                        .filter(cell -> cell.state() == CellState.NOT_COLLECTED)
                        .map(cell -> new Missing(site, cell.due())))
                .toList();
    }

    /** Counts by target, indicator, collector or day: every target and indicator has a row, also an empty one. */
    public Map<String, Counts> progress(String campaignId, By by) {
        Board board = boards.of(campaignId, null);
        Map<String, Counts> rows =
                switch (by) {
                    case TARGET, INDICATOR -> new LinkedHashMap<>();
                    case COLLECTOR, DAY -> new TreeMap<>();
                };
        switch (by) {
            case TARGET -> board.plan().sites().forEach(site -> rows.put(site.targetId(), new Counts()));
            case INDICATOR -> board.plan().leaves().forEach(leaf -> rows.put(leaf.id(), new Counts()));
            case COLLECTOR, DAY -> {}
        }
        cells(board, Part.WHOLE).forEach(each -> rows.computeIfAbsent(key(each, by), key -> new Counts())
                .add(each));
        return rows;
    }

    /** The checks that have fallen back to people. */
    public List<Fallback> fallbacks(String campaignId) {
        return boards.plan(campaignId).fallbacks();
    }

    /** Targets × indicators. */
    public Matrix matrix(String campaignId) {
        Board board = boards.of(campaignId, null);
        Plan plan = board.plan();
        List<MatrixRow> rows = new ArrayList<>();
        for (Site site : plan.sites()) {
            Map<String, Counts> counts = new HashMap<>();
            board.cells(List.of(site), plan.points()).forEach(each -> counts.computeIfAbsent(
                            each.cell().due().point().leafId(), leaf -> new Counts())
                    .add(each));
            rows.add(new MatrixRow(
                    site,
                    plan.leaves().stream()
                            .map(leaf -> counts.getOrDefault(leaf.id(), new Counts()))
                            .toList()));
        }
        return new Matrix(plan.leaves(), rows, plan.fallbacks());
    }

    private static Stream<PlannedCell> cells(Board board, Part part) {
        return board.cells(part.sites(board.plan()), part.points(board.plan()));
    }

    private static String key(PlannedCell planned, By by) {
        Due due = planned.cell().due();
        return switch (by) {
            case TARGET -> due.targetId();
            case INDICATOR -> due.point().leafId();
            case COLLECTOR -> due.byPeople() ? "people" : String.valueOf(due.collector());
            case DAY -> day(planned);
        };
    }

    /** The day of the newest observation, or the last day of a cell that has none. */
    private static String day(PlannedCell planned) {
        Finding newest = planned.cell().newest();
        LocalDate day =
                newest == null ? planned.cell().due().until() : LocalDate.ofInstant(newest.observedAt(), Due.ZONE);
        return Optional.ofNullable(day).map(LocalDate::toString).orElse("open-ended");
    }

    /** A cell that is not collected, and its target. */
    public record Missing(Site site, Due due) {}

    /** What progress is counted by. */
    public enum By {
        TARGET,
        INDICATOR,
        COLLECTOR,
        DAY
    }

    /** The board: a column an indicator, a row a target; and the checks that have fallen back to people. */
    public record Matrix(List<Leaf> columns, List<MatrixRow> rows, List<Fallback> fallbacks) {}

    /** A row of the board; its counts in the order of the columns. */
    public record MatrixRow(Site site, List<Counts> counts) {}
}
