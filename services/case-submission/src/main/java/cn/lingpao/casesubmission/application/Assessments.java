package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.BonusRules;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.TargetRegistered;
import java.util.Optional;

/** What is being assessed, as the registry tells it. */
public interface Assessments {

    Optional<CampaignDefined> campaign(String campaignId);

    Optional<TargetRegistered> target(String campaignId, String targetId);

    /** What the campaign's framework says about innovation cases; empty when it knows none. */
    Optional<BonusRules> bonus(CampaignDefined campaign);
}
