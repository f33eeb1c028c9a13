package cn.lingpao.scoring.domain;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.uncertainty.Assessment;
import cn.lingpao.scoring.domain.Rescoring.Entry;
import cn.lingpao.scoring.domain.Rescoring.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores what was recorded under another framework and lays both beside each other. */
public final class Rescorer {

    private static final Place NOWHERE = new Place(null, null, null);

    private Rescorer() {}

    /**
     * @param recorded the group of the ranking, to be scored under its framework
     * @param earlier the ranking of an earlier campaign; null without one
     */
    public static Rescoring rescore(ListRanked told, Assessment recorded, @Nullable ListRanked earlier) {
        Map<String, Place> rescored = places(recorded);
        Map<String, Place> before = earlier == null ? Map.of() : places(earlier);
        List<Entry> entries = told.entries().stream()
                .map(entry -> Entry.of(
                        entry.targetId(),
                        place(entry),
                        rescored.getOrDefault(entry.targetId(), NOWHERE),
                        before.get(entry.targetId())))
                .toList();
        return new Rescoring(
                told.campaignId(),
                told.listId(),
                told.frameworkRef(),
                recorded.framework().ref(),
                earlier == null ? null : earlier.campaignId(),
                entries);
    }

    private static Map<String, Place> places(ListRanked told) {
        Map<String, Place> places = new HashMap<>();
        told.entries().forEach(entry -> places.put(entry.targetId(), place(entry)));
        return places;
    }

    private static Place place(ListRanked.Entry entry) {
        BigDecimal whole = entry.rank() == null ? null : BigDecimal.valueOf(entry.rank());
        return new Place(entry.total(), entry.exactRank() == null ? whole : entry.exactRank(), entry.level());
    }

    private static Map<String, Place> places(Assessment recorded) {
        Framework framework = recorded.framework();
        GroupResult result = Engine.score(framework, recorded.roster(), recorded.answers(), recorded.awards());
        Map<String, Sheet> sheets = new HashMap<>();
        result.sheets().forEach(sheet -> sheets.put(sheet.targetId(), sheet));
        List<Ranking.Candidate> candidates = recorded.roster().stream()
                .filter(member -> recorded.list().contains(member.targetId()))
                .map(member -> candidate(framework, member, sheets))
                .toList();
        Map<String, Place> places = new HashMap<>();
        Ranking.of(framework, candidates).entries().forEach(entry -> {
            Sheet sheet = Objects.requireNonNull(sheets.get(entry.targetId()));
            places.put(entry.targetId(), new Place(sheet.total(), entry.exactRank(), sheet.level()));
        });
        return places;
    }

    private static Ranking.Candidate candidate(Framework framework, Member member, Map<String, Sheet> sheets) {
        Sheet sheet = Objects.requireNonNull(sheets.get(member.targetId()));
        return new Ranking.Candidate(member.targetId(), member.divisionCode(), ranked(framework, sheet));
    }

    private static @Nullable BigDecimal ranked(Framework framework, Sheet sheet) {
        String of = framework.ranking().of();
        return of == null || of.equals(framework.id())
                ? sheet.total()
                : Stream.concat(sheet.nodes().stream(), sheet.figures().stream())
                        .filter(node -> node.nodeId().equals(of))
                        .map(Sheet.NodeScore::score)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
