package cn.lingpao.scoring.application;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.uncertainty.Assessment;
import cn.lingpao.methodology.uncertainty.Plan;
import cn.lingpao.methodology.uncertainty.RankingUncertainty;
import cn.lingpao.methodology.uncertainty.Removal;
import cn.lingpao.methodology.uncertainty.Sensitivity;
import cn.lingpao.methodology.uncertainty.SensitivityPlan;
import cn.lingpao.methodology.uncertainty.Uncertainty;
import cn.lingpao.methodology.uncertainty.WhatIf;
import cn.lingpao.scoring.domain.RecordedGroup;
import cn.lingpao.scoring.domain.Rescorer;
import cn.lingpao.scoring.domain.Rescoring;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how firm a ranking is and what would change it, from what was told; nothing is recorded. */
public final class StudyRanking {

    private final Scores scores;
    private final ReferenceData reference;
    private final KnownFrameworks frameworks;

    public StudyRanking(Scores scores, ReferenceData reference, KnownFrameworks frameworks) {
        this.scores = scores;
        this.reference = reference;
        this.frameworks = frameworks;
    }

    /** A study that can't be made of what was told, and why. */
    public static final class CannotStudy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;

        CannotStudy(String code, String reason) {
            super(reason);
            this.code = code;
        }

        /** Stable, for example {@code unknown-ranking}. */
        public String code() {
            return code;
        }
    }

    /** @throws CannotStudy when there is no such ranking, or the study would be too large */
    public RankingUncertainty uncertainty(String campaignId, String listId, Plan plan) {
        return recorded(campaignId, listId).draws(plan);
    }

    /** @throws CannotStudy as {@link #uncertainty}; likewise below */
    public WhatIf withWeights(String campaignId, String listId, Map<String, BigDecimal> weights) {
        return recorded(campaignId, listId).whatIf(weights);
    }

    public WhatIf underFramework(String campaignId, String listId, String frameworkRef) {
        return recorded(campaignId, listId).whatIf(framework(frameworkRef));
    }

    public List<Removal> without(String campaignId, String listId, List<String> nodes) {
        Uncertainty recorded = recorded(campaignId, listId);
        return nodes.isEmpty() ? recorded.removals() : recorded.removals(nodes);
    }

    public Sensitivity sensitivity(String campaignId, String listId, SensitivityPlan plan) {
        return recorded(campaignId, listId).sensitivity(plan);
    }

    /**
     * The ranking beside what it would be under another framework.
     *
     * @param since an earlier campaign with the same list, scored under the other framework; null without one
     * @throws CannotStudy also when {@code since} was scored under a third framework
     */
    public Rescoring rescoring(String campaignId, String listId, String frameworkRef, @Nullable String since) {
        ListRanked ranking = ranking(campaignId, listId);
        Framework other = complete(framework(frameworkRef));
        ListRanked earlier = since == null ? null : ranking(since, listId);
        if (earlier != null && !earlier.frameworkRef().equals(other.ref())) {
            throw new CannotStudy(
                    "other-framework",
                    since + " is scored under " + earlier.frameworkRef() + ": ask for that framework instead of "
                            + other.ref());
        }
        return Rescorer.rescore(ranking, recorded(other, ranking), earlier);
    }

    private Uncertainty recorded(String campaignId, String listId) {
        ListRanked ranking = ranking(campaignId, listId);
        return new Uncertainty(recorded(complete(framework(ranking.frameworkRef())), ranking));
    }

    private ListRanked ranking(String campaignId, String listId) {
        return scores.ranking(campaignId, listId)
                .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), ListRanked.class))
                .orElseThrow(() -> new CannotStudy(
                        "unknown-ranking", "campaign '" + campaignId + "' has no ranking '" + listId + "'"));
    }

    private static Framework complete(Framework framework) {
        RecordedGroup.lacks(framework).ifPresent(what -> {
            throw new CannotStudy(
                    "not-in-sheets",
                    framework.ref() + " needs " + what + ", which sheets do not hold: use 'lingpao score --base'");
        });
        return framework;
    }

    private Assessment recorded(Framework framework, ListRanked ranking) {
        String campaignId = ranking.campaignId();
        List<TargetRegistered> members = reference.targets(campaignId).stream()
                .filter(target -> target.groupId().equals(ranking.groupId()))
                .toList();
        List<TargetScored> sheets = members.stream()
                .map(target -> scores.sheet(campaignId, target.targetId()))
                .flatMap(Optional::stream)
                .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), TargetScored.class))
                .toList();
        return RecordedGroup.of(framework, ranking, members, sheets);
    }

    private Framework framework(String ref) {
        return frameworks
                .find(ref)
                .orElseThrow(() -> new CannotStudy("unknown-framework", "there is no framework '" + ref + "'"));
    }
}
