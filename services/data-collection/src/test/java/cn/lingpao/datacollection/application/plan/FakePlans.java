package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Plan;
import java.util.Optional;

/** Knows one plan. */
final class FakePlans implements Plans {

    private final Plan plan;

    FakePlans(Plan plan) {
        this.plan = plan;
    }

    @Override
    public Optional<Plan> of(String campaignId) {
        return Optional.of(plan).filter(known -> known.campaignId().equals(campaignId));
    }

    @Override
    public void refresh() {}
}
