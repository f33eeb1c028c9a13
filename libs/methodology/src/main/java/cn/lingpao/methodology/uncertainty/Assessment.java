package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Basis;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was recorded, and whose ranking is looked at.
 *
 * @param roster the targets that are scored together
 * @param answers by target and check point, measure or variable id
 * @param awards the sum of award points by target
 * @param list the targets that are ranked: the roster, or some of it
 */
public record Assessment(
        Framework framework,
        List<Member> roster,
        Map<String, Map<String, Answer>> answers,
        Map<String, BigDecimal> awards,
        Basis basis,
        Set<String> list) {

    public Assessment {
        roster = List.copyOf(roster);
        awards = Map.copyOf(awards);
        list = Set.copyOf(list);
    }

    /** The ranking of the whole roster, without awards and other campaigns. */
    public static Assessment of(
            Framework framework, Collection<Member> roster, Map<String, Map<String, Answer>> answers) {
        return new Assessment(
                framework,
                List.copyOf(roster),
                answers,
                Map.of(),
                Basis.NONE,
                Set.copyOf(roster.stream().map(Member::targetId).toList()));
    }

    Assessment with(Framework other) {
        return new Assessment(other, roster, answers, awards, basis, list);
    }

    /** The answers that another framework takes, too. */
    Assessment fitting(Framework other) {
        Map<String, Map<String, Answer>> fitting = new HashMap<>();
        answers.forEach((target, own) -> {
            Map<String, Answer> kept = new HashMap<>(own);
            kept.entrySet().removeIf(answer -> other.accepts(
                            answer.getKey(), answer.getValue().value())
                    .isPresent());
            fitting.put(target, kept);
        });
        return new Assessment(other, roster, fitting, awards, basis, list);
    }

    /** The group with everything that was recorded, computed. */
    Group group(CompiledFramework compiled) {
        Group group = Group.of(compiled, roster, basis);
        for (Member member : roster) {
            answers.getOrDefault(member.targetId(), Map.of())
                    .forEach((point, answer) -> group.set(member.targetId(), point, answer));
        }
        awards.forEach(group::award);
        group.refresh();
        return group;
    }
}
