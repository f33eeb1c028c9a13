package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came out of a scoring: every target with its place, best first within its group. */
final class Outcome {

    private static final Comparator<Placed> BEST_FIRST = Comparator.comparing(
                    Placed::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.place().division(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.place().id());

    private final Framework framework;
    private final List<Placed> placed = new ArrayList<>();
    private final Map<String, GroupResult> groups = new HashMap<>();

    /**
     * A target with its place in its group. Its sheet is made whenever it is asked for: all of them together may not fit.
     *
     * @param name null where no file names it
     * @param rank null while it has nothing to be ranked by
     * @param total null while it has none
     */
    record Placed(
            Places.Place place,
            @Nullable String name,
            @Nullable BigDecimal rank,
            @Nullable BigDecimal total,
            @Nullable Text level,
            GroupResult result) {

        Sheet sheet() {
            return result.sheet(place.id()).orElseThrow();
        }

        /** The score of a node or figure; null when there is none. */
        @Nullable
        BigDecimal score(String nodeOrFigure) {
            Sheet sheet = sheet();
            return Stream.concat(sheet.nodes().stream(), sheet.figures().stream())
                    .filter(each -> each.nodeId().equals(nodeOrFigure))
                    .findFirst()
                    .map(Sheet.NodeScore::score)
                    .orElse(null);
        }
    }

    private Outcome(Framework framework) {
        this.framework = framework;
    }

    static Outcome of(Scoring scoring, Input input) {
        Outcome outcome = new Outcome(scoring.framework());
        scoring.groups().forEach((name, group) -> outcome.add(name, group, input));
        return outcome;
    }

    private void add(String name, Group group, Input input) {
        GroupResult result = group.result();
        groups.put(name, result);
        List<Placed> members = new ArrayList<>();
        for (String target : group.targets()) {
            Places.Place place = input.places().byId().get(target);
            if (place != null) {
                Sheet sheet = result.sheet(target).orElseThrow();
                members.add(new Placed(
                        place,
                        input.name(target),
                        result.rank(target).orElse(null),
                        sheet.total(),
                        level(sheet.level()),
                        result));
            }
        }
        members.sort(BEST_FIRST);
        placed.addAll(members);
    }

    private @Nullable Text level(@Nullable String id) {
        return framework.levels().stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .map(Level::name)
                .orElse(null);
    }

    Framework framework() {
        return framework;
    }

    /** Every target, by group and rank. */
    List<Placed> placed() {
        return List.copyOf(placed);
    }

    Optional<Placed> target(String id) {
        return placed.stream().filter(each -> each.place().id().equals(id)).findFirst();
    }

    /** The rank of a target by the score of a node or figure, the root's by the total as the framework ranks. */
    @Nullable
    BigDecimal rank(Placed each, String nodeOrFigure) {
        GroupResult group = groups.get(each.place().group());
        return nodeOrFigure.equals(framework.id()) || group == null
                ? each.rank()
                : group.rank(nodeOrFigure, each.place().id()).orElse(null);
    }

    boolean hasGroups() {
        return groups.size() > 1;
    }
}
