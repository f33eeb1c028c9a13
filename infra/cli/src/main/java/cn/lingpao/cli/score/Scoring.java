package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of a scoring, each scored by itself. */
final class Scoring {

    private final Framework framework;
    private final Map<String, GroupResult> groups = new LinkedHashMap<>();

    private Scoring(Framework framework) {
        this.framework = framework;
    }

    static Scoring of(Framework framework, Places places, Values values) {
        Scoring scoring = new Scoring(framework);
        CompiledFramework compiled = CompiledFramework.of(framework);
        Map<String, List<Places.Place>> byGroup = new LinkedHashMap<>();
        places.byId()
                .values()
                .forEach(place -> byGroup.computeIfAbsent(place.group(), group -> new ArrayList<>())
                        .add(place));
        byGroup.forEach((group, members) -> scoring.groups.put(group, score(compiled, members, values)));
        return scoring;
    }

    private static GroupResult score(CompiledFramework framework, List<Places.Place> members, Values values) {
        Map<String, Map<String, Answer>> cells = new HashMap<>();
        Map<String, BigDecimal> awards = new HashMap<>();
        List<Member> roster = new ArrayList<>();
        for (Places.Place place : members) {
            roster.add(new Member(place.id(), place.division()));
            cells.put(place.id(), values.answers(place.id()));
            Values.Row row = values.row(place.id());
            if (row != null && row.award != null) {
                awards.put(place.id(), row.award);
            }
        }
        return Engine.score(framework, roster, cells, awards);
    }

    Framework framework() {
        return framework;
    }

    /** The results by group; the one group of a scoring without groups has an empty name. */
    Map<String, GroupResult> groups() {
        return groups;
    }
}
