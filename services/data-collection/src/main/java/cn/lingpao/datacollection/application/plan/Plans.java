package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Plan;
import java.util.Optional;

/** Plans as the registry last told them. */
public interface Plans {

    /** Empty for a campaign that does not exist. */
    Optional<Plan> of(String campaignId);

    /** Returns when everything that was told before the call can be seen. */
    void refresh();

    /** The plan, after the latest news where it is not known yet; empty when there is no such campaign. */
    default Optional<Plan> latest(String campaignId) {
        Optional<Plan> plan = of(campaignId);
        if (plan.isEmpty()) {
            refresh();
            return of(campaignId);
        }
        return plan;
    }
}
