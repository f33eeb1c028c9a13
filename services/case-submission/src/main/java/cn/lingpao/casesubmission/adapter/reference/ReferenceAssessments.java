package cn.lingpao.casesubmission.adapter.reference;

import cn.lingpao.casesubmission.application.Assessments;
import cn.lingpao.casesubmission.domain.BonusRules;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.framework.Bonus;
import cn.lingpao.methodology.framework.Bonus.CaseType;
import cn.lingpao.methodology.framework.Framework;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Reads the reference data; before something counts as unknown, it waits for the newest. */
public class ReferenceAssessments implements Assessments {

    private final ReferenceData reference;
    private final Map<String, Optional<BonusRules>> rules = new ConcurrentHashMap<>();

    public ReferenceAssessments(ReferenceData reference) {
        this.reference = reference;
    }

    @Override
    public Optional<CampaignDefined> campaign(String campaignId) {
        return found(() -> reference.campaign(campaignId));
    }

    @Override
    public Optional<TargetRegistered> target(String campaignId, String targetId) {
        return found(() -> reference.target(campaignId, targetId));
    }

    @Override
    public Optional<BonusRules> bonus(CampaignDefined campaign) {
        return found(() -> reference.framework(campaign.frameworkRef()))
                .flatMap(published -> rules.computeIfAbsent(published.ref(), ref -> bonus(published)));
    }

    private <T> Optional<T> found(Supplier<Optional<T>> look) {
        return look.get().or(() -> {
            reference.refresh();
            return look.get();
        });
    }

    private static Optional<BonusRules> bonus(FrameworkPublished published) {
        return Framework.parse(published.document()).bonus().map(ReferenceAssessments::rules);
    }

    private static BonusRules rules(Bonus bonus) {
        return new BonusRules(
                bonus.cap(), bonus.types().stream().map(CaseType::id).toList());
    }
}
