package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came out of a scoring: every target with its place, best first within its group. */
final class Outcome {

    private final Framework framework;
    private final List<Placed> placed = new ArrayList<>();
    private final Map<String, Map<String, BigDecimal>> ranks = new HashMap<>();

    /**
     * A target with its sheet and its place in its group.
     *
     * @param name null where no file names it
     * @param rank null while it has no score
     */
    record Placed(
            Places.Place place,
            @Nullable String name,
            @Nullable BigDecimal rank,
            @Nullable Text level,
            Sheet sheet) {}

    private Outcome(Framework framework) {
        this.framework = framework;
    }

    static Outcome of(Scoring scoring, Places places, Values values) {
        Outcome outcome = new Outcome(scoring.framework());
        scoring.groups().values().forEach(group -> outcome.add(group, places, values));
        return outcome;
    }

    private void add(GroupResult group, Places places, Values values) {
        Map<String, Sheet> sheets = new HashMap<>();
        group.sheets().forEach(sheet -> sheets.put(sheet.targetId(), sheet));
        for (Sheet.NodeScore node : sheets.values().stream()
                .findFirst()
                .map(Sheet::nodes)
                .orElse(List.of())) {
            rank(node.nodeId(), sheets, places)
                    .entries()
                    .forEach(entry -> keep(entry, node.nodeId()));
        }
        for (Ranking.Entry entry : totals(sheets, places).entries()) {
            Sheet sheet = sheets.get(entry.targetId());
            Places.Place place = places.byId().get(entry.targetId());
            if (sheet != null && place != null) {
                placed.add(new Placed(
                        place, places.name(place.id(), values), decimal(entry), level(sheet.level()), sheet));
            }
        }
    }

    private void keep(Ranking.Entry entry, String node) {
        BigDecimal rank = decimal(entry);
        if (rank != null) {
            ranks.computeIfAbsent(entry.targetId(), target -> new HashMap<>()).put(node, rank);
        }
    }

    private static @Nullable BigDecimal decimal(Ranking.Entry entry) {
        return entry.rank() == null ? null : BigDecimal.valueOf(entry.rank());
    }

    private Ranking totals(Map<String, Sheet> sheets, Places places) {
        return Ranking.of(
                framework,
                sheets.values().stream()
                        .map(sheet -> candidate(sheet.targetId(), places, sheet.total()))
                        .toList());
    }

    private Ranking rank(String node, Map<String, Sheet> sheets, Places places) {
        return Ranking.of(
                framework,
                sheets.values().stream()
                        .map(sheet -> candidate(
                                sheet.targetId(),
                                places,
                                sheet.nodes().stream()
                                        .filter(each -> each.nodeId().equals(node))
                                        .findFirst()
                                        .map(Sheet.NodeScore::score)
                                        .orElse(null)))
                        .toList());
    }

    private static Ranking.Candidate candidate(String target, Places places, @Nullable BigDecimal score) {
        return new Ranking.Candidate(
                target,
                Optional.ofNullable(places.byId().get(target))
                        .map(Places.Place::division)
                        .orElse(null),
                score);
    }

    private @Nullable Text level(@Nullable String id) {
        return framework.levels().stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .map(level -> level.name())
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

    /** The rank of a target by the score of a node; null when it has none. */
    @Nullable
    BigDecimal rank(String target, String node) {
        return ranks.getOrDefault(target, Map.of()).get(node);
    }

    boolean hasGroups() {
        return placed.stream().map(each -> each.place().group()).distinct().count() > 1;
    }
}
