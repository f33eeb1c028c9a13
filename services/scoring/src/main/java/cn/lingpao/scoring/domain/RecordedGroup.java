package cn.lingpao.scoring.domain;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.Beside;
import cn.lingpao.contracts.TargetScored.PointScore;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Basis;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.uncertainty.Assessment;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A group as its sheets tell it, to be scored again without touching the record. */
public final class RecordedGroup {

    private RecordedGroup() {}

    /**
     * @param members the targets of the ranking's group
     * @param sheets those of them that have one
     */
    public static Assessment of(
            Framework framework,
            ListRanked ranking,
            Collection<TargetRegistered> members,
            Collection<TargetScored> sheets) {
        Map<String, Map<String, Answer>> answers = new HashMap<>();
        Map<String, BigDecimal> awards = new HashMap<>();
        for (TargetScored sheet : sheets) {
            answers.put(sheet.targetId(), answers(framework, sheet));
            awards.put(sheet.targetId(), Objects.requireNonNullElse(sheet.awardPoints(), sheet.bonus()));
        }
        List<Member> roster = members.stream()
                .map(target -> new Member(target.targetId(), target.divisionCode()))
                .toList();
        Set<String> list =
                ranking.entries().stream().map(ListRanked.Entry::targetId).collect(Collectors.toSet());
        return new Assessment(framework, roster, answers, awards, Basis.NONE, list);
    }

    /** What a framework needs beside what is on the sheets; empty when they hold all. */
    public static Optional<String> lacks(Framework framework) {
        return framework.campaigns().isEmpty() ? Optional.empty() : Optional.of("values of another campaign");
    }

    /** Everything that was answered and that the framework takes; what another campaign answered is not this one's. */
    private static Map<String, Answer> answers(Framework framework, TargetScored sheet) {
        Map<String, Answer> answers = new HashMap<>();
        for (PointScore point : sheet.points()) {
            if (point.value() != null && point.carried() == null) {
                Answers.put(answers, framework, point.checkPointId(), point.value(), point.verdictId());
            }
        }
        for (Beside beside : Objects.requireNonNullElse(sheet.beside(), List.<Beside>of())) {
            Answers.put(answers, framework, beside.id(), beside.value(), beside.verdictId());
        }
        return answers;
    }
}
