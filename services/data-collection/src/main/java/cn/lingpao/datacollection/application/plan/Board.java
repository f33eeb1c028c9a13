package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Cell;
import cn.lingpao.datacollection.domain.plan.Findings;
import cn.lingpao.datacollection.domain.plan.Hold;
import cn.lingpao.datacollection.domain.plan.Plan;
import cn.lingpao.datacollection.domain.plan.Point;
import cn.lingpao.datacollection.domain.plan.Site;
import cn.lingpao.datacollection.domain.plan.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan with what was found and who holds what, at one instant. */
final class Board {

    private final Plan plan;
    private final Map<String, Findings> findings;
    private final Map<Key, Hold> holds;
    private final Instant now;
    private final Duration margin;

    Board(Plan plan, Map<String, Findings> findings, Map<Key, Hold> holds, Instant now, Duration margin) {
        this.plan = plan;
        this.findings = findings;
        this.holds = holds;
        this.now = now;
        this.margin = margin;
    }

    Plan plan() {
        return plan;
    }

    /** Who holds the check point of the target. */
    Hold hold(String targetId, String checkPointId) {
        Hold hold = holds.get(new Key(targetId, checkPointId));
        return hold == null ? Hold.none(plan.campaignId(), targetId, checkPointId) : hold;
    }

    /** The cells of these targets and check points, in the order of targets and framework. */
    Stream<PlannedCell> cells(List<Site> sites, List<Point> points) {
        return sites.stream().flatMap(site -> points.stream().flatMap(point -> cells(site, point)));
    }

    /** The tasks of these targets and check points, the done ones too. */
    Stream<Task> tasks(List<Site> sites, List<Point> points) {
        return sites.stream()
                .flatMap(site -> points.stream().flatMap(point -> task(site, point, standing(site, point)).stream()));
    }

    private Stream<PlannedCell> cells(Site site, Point point) {
        List<Cell> cells = standing(site, point);
        Task task = task(site, point, cells).orElse(null);
        return cells.stream()
                .map(cell -> new PlannedCell(cell, task != null && task.open().contains(cell) ? task : null));
    }

    private List<Cell> standing(Site site, Point point) {
        Findings found = findings.getOrDefault(site.targetId(), Findings.NONE);
        return plan.due(site, point).map(due -> Cell.of(due, found)).toList();
    }

    private Optional<Task> task(Site site, Point point, List<Cell> cells) {
        return Task.of(cells, hold(site.targetId(), point.id()), now, margin);
    }

    /** What a hold is about. */
    record Key(String targetId, String checkPointId) {}
}
