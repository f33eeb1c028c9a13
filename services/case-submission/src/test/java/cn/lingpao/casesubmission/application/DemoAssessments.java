package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.BonusRules;
import cn.lingpao.casesubmission.domain.Examples;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.TargetRegistered;
import java.math.BigDecimal;
import java.util.Optional;

/** One campaign with one target. */
final class DemoAssessments implements Assessments {

    private final TimeBasis time;
    private final boolean casesKnown;

    DemoAssessments(TimeBasis time, boolean casesKnown) {
        this.time = time;
        this.casesKnown = casesKnown;
    }

    @Override
    public Optional<CampaignDefined> campaign(String campaignId) {
        return campaignId.equals("demo") ? Optional.of(Examples.campaign(time)) : Optional.empty();
    }

    @Override
    public Optional<TargetRegistered> target(String campaignId, String targetId) {
        return targetId.equals("yun") ? Optional.of(Examples.target("yun")) : Optional.empty();
    }

    @Override
    public Optional<BonusRules> bonus(CampaignDefined campaign) {
        return casesKnown ? Optional.of(new BonusRules(BigDecimal.TEN, Examples.TYPES)) : Optional.empty();
    }
}
