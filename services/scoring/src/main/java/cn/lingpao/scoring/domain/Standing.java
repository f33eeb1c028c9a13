package cn.lingpao.scoring.domain;

import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The verdicts and awards that were in force at a moment, taken from the log in any order. */
public final class Standing {

    private final Instant at;
    private final Map<String, Map<String, VerdictReached>> verdicts = new HashMap<>();
    private final Map<String, Map<String, CaseAwarded>> awards = new HashMap<>();

    /** @param at the last instant that still counts */
    public Standing(Instant at) {
        this.at = at;
    }

    public void take(VerdictReached verdict) {
        if (!verdict.reachedAt().isAfter(at)) {
            verdicts.computeIfAbsent(verdict.targetId(), id -> new HashMap<>())
                    .merge(verdict.checkPointId(), verdict, (old, now) -> now.sequence() > old.sequence() ? now : old);
        }
    }

    public void take(CaseAwarded award) {
        if (!award.awardedAt().isAfter(at)) {
            awards.computeIfAbsent(award.targetId(), id -> new HashMap<>())
                    .merge(award.caseId(), award, (old, now) -> now.sequence() > old.sequence() ? now : old);
        }
    }

    /** The verdicts of a target. */
    public Collection<VerdictReached> verdicts(String targetId) {
        return verdicts.getOrDefault(targetId, Map.of()).values();
    }

    /** The answers of a target that the framework takes, by id. */
    public Map<String, Answer> answers(Framework framework, String targetId) {
        Map<String, Answer> answers = new HashMap<>();
        verdicts(targetId)
                .forEach(verdict ->
                        Answers.put(answers, framework, verdict.checkPointId(), verdict.value(), verdict.verdictId()));
        return answers;
    }

    /** The points of a target's awards together, before the framework's cap. */
    public BigDecimal award(String targetId) {
        return awards.getOrDefault(targetId, Map.of()).values().stream()
                .map(CaseAwarded::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
