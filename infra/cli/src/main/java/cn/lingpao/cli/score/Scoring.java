package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Basis;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The groups of a scoring, each scored by itself. */
final class Scoring {

    private final CompiledFramework framework;
    private final Basis basis;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private Scoring(CompiledFramework framework, Basis basis) {
        this.framework = framework;
        this.basis = basis;
    }

    /** Scores the targets with these values. */
    static Scoring of(Input input, Collection<Places.Place> places, Values values) {
        Scoring scoring = new Scoring(CompiledFramework.of(input.framework()), Firmness.basis(input));
        Map<String, List<Places.Place>> byGroup = new LinkedHashMap<>();
        places.forEach(place -> byGroup.computeIfAbsent(place.group(), group -> new ArrayList<>())
                .add(place));
        byGroup.forEach((group, members) -> scoring.groups.put(group, scoring.score(members, values)));
        return scoring;
    }

    private Group score(List<Places.Place> members, Values values) {
        Group group = Group.of(
                framework,
                members.stream()
                        .map(place -> new Member(place.id(), place.division()))
                        .toList(),
                basis);
        int[] inputs = values.ids().stream().mapToInt(framework::inputIndex).toArray();
        for (Places.Place place : members) {
            Values.Row row = values.row(place.id());
            if (row != null) {
                fill(group, group.row(place.id()), row, inputs);
                if (row.award != null) {
                    group.award(place.id(), row.award);
                }
            }
        }
        group.refresh();
        return group;
    }

    private static void fill(Group group, int at, Values.Row row, int[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            @Nullable Answer answer = row.answers[i];
            if (answer != null && inputs[i] >= 0) {
                group.set(at, inputs[i], answer);
            }
        }
    }

    /** Reports every value that is not there although the framework forbids it. */
    void gaps(Path file, Values values, Remarks remarks) {
        for (Group group : groups.values()) {
            for (String gap : group.gaps()) {
                String target = gap.substring(0, gap.lastIndexOf(": "));
                String id = gap.substring(gap.lastIndexOf(": ") + 2);
                remarks.fault(
                        file,
                        values.line(target),
                        0,
                        id,
                        "forbidden-gap",
                        "'" + target
                                + "' has no number here, and the framework forbids that: give a value, or say in the"
                                + " framework what a missing one does");
            }
        }
    }

    Framework framework() {
        return framework.framework();
    }

    /** The groups by name; the one group of a scoring without groups has an empty name. */
    Map<String, Group> groups() {
        return groups;
    }

    /** The group of a target. */
    Group group(String target) {
        return Objects.requireNonNull(groups.values().stream()
                .filter(group -> group.row(target) >= 0)
                .findFirst()
                .orElse(null));
    }
}
