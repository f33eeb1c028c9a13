package cn.lingpao.datacollection.domain.plan;

import cn.lingpao.datacollection.domain.Campaign.Window;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign asks: every check point of every target, per channel where the campaign assigns channels.
 *
 * <p>Every assignment that covers a check point adds its cells; of two for the same cell the first one holds. A check
 * point that is left without a cell, also because a target has none of the channels, is due by people.
 *
 * @param fallbacks the checks that have fallen back to people; their cells are due by people
 * @param live whether commands are held against the clock
 */
public record Plan(
        String campaignId,
        boolean live,
        Optional<Window> collection,
        List<Site> sites,
        List<Leaf> leaves,
        List<Point> points,
        List<Assignment> assignments,
        List<Fallback> fallbacks) {

    public Plan {
        sites = List.copyOf(sites);
        leaves = List.copyOf(leaves);
        points = List.copyOf(points);
        assignments = List.copyOf(assignments);
        fallbacks = List.copyOf(fallbacks);
    }

    public Optional<Site> site(String targetId) {
        return sites.stream().filter(site -> site.targetId().equals(targetId)).findFirst();
    }

    public Optional<Point> point(String checkPointId) {
        return points.stream().filter(point -> point.id().equals(checkPointId)).findFirst();
    }

    /** Whether a check point or node of this id is in the plan. */
    public boolean knows(String nodeId) {
        return points.stream().anyMatch(point -> point.belongsTo(nodeId));
    }

    /** The cells of a target, in the order of the framework. */
    public Stream<Due> due(Site site) {
        return points.stream().flatMap(point -> due(site, point));
    }

    /** The cells of a check point of a target. */
    public Stream<Due> due(Site site, Point point) {
        Map<Optional<String>, Due> cells = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            if (assignment.covers(point)) {
                for (String channel : assignment.channels(site)) {
                    cells.putIfAbsent(
                            Optional.ofNullable(channel),
                            new Due(
                                    site.targetId(),
                                    point,
                                    channel,
                                    assignment.collector(),
                                    fallback(assignment.collector(), point),
                                    earlier(assignment.until())));
                }
            }
        }
        return cells.isEmpty()
                ? Stream.of(new Due(site.targetId(), point, null, null, null, earlier(null)))
                : cells.values().stream();
    }

    private @Nullable Fallback fallback(@Nullable String collector, Point point) {
        return fallbacks.stream()
                .filter(each -> each.collector().equals(collector)
                        && each.checkPointId().equals(point.id()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate earlier(@Nullable LocalDate until) {
        LocalDate end = collection.map(Window::to).orElse(null);
        return until == null || (end != null && end.isBefore(until)) ? end : until;
    }
}
