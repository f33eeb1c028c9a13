package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.application.UnknownCampaign;
import cn.lingpao.datacollection.application.plan.Board.Key;
import cn.lingpao.datacollection.domain.plan.Hold;
import cn.lingpao.datacollection.domain.plan.Plan;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws up the board of a campaign as it stands now. */
public final class Boards {

    private final Plans plans;
    private final NewestFindings findings;
    private final Holds holds;
    private final Margin margin;
    private final Clock clock;

    public Boards(Plans plans, NewestFindings findings, Holds holds, Margin margin, Clock clock) {
        this.plans = plans;
        this.findings = findings;
        this.holds = holds;
        this.margin = margin;
        this.clock = clock;
    }

    /** @throws UnknownCampaign when there is no such campaign */
    Plan plan(String campaignId) {
        return plans.latest(campaignId).orElseThrow(() -> new UnknownCampaign(campaignId));
    }

    /**
     * @param targetId reads what belongs to this one only; null reads all
     * @throws UnknownCampaign when there is no such campaign
     */
    Board of(String campaignId, @Nullable String targetId) {
        Plan plan = plan(campaignId);
        if (targetId != null && plan.site(targetId).isEmpty()) {
            plans.refresh();
            plan = plans.of(campaignId).orElse(plan);
        }
        Map<Key, Hold> held = holds.of(campaignId, targetId).stream()
                .collect(Collectors.toMap(hold -> new Key(hold.targetId(), hold.checkPointId()), Function.identity()));
        return new Board(plan, findings.of(campaignId, targetId), held, clock.instant(), margin.before());
    }
}
