package cn.lingpao.sitecollector.application;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.sitecollector.domain.Errands;
import cn.lingpao.sitecollector.domain.Order;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders, when it is time, a run of every live campaign that assigns something to this collector and collects now. */
public class StartDueRuns {

    private final Registry registry;
    private final OrderRun orderRun;

    public StartDueRuns(Registry registry, OrderRun orderRun) {
        this.registry = registry;
        this.orderRun = orderRun;
    }

    /** Everything that is due; what came of it, campaign by campaign. */
    public Map<String, OrderRun.Result> start() {
        return start(Order.scheduled());
    }

    /** Only the probes of series that take days, of campaigns that ask for them. */
    public Map<String, OrderRun.Result> startProbes() {
        return start(Order.probes());
    }

    private Map<String, OrderRun.Result> start(Order order) {
        Map<String, OrderRun.Result> results = new LinkedHashMap<>();
        for (CampaignDefined campaign : registry.campaigns()) {
            if (campaign.time() == TimeBasis.LIVE
                    && Errands.checks(campaign).stream().anyMatch(order::wantsCheck)) {
                results.put(campaign.campaignId(), orderRun.order(campaign.campaignId(), order));
            }
        }
        return results;
    }
}
