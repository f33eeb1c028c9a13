package cn.lingpao.sitecollector;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.contracts.Text;
import cn.lingpao.testsupport.SmallAssessment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Campaigns that collect now, and what they assign to the collector. */
final class LiveCampaign {

    private static final Text NAME = new Text("样例", "Sample");

    private LiveCampaign() {}

    static CampaignDefined assigning(String id, Assignment... collection) {
        CampaignDefined plain = SmallAssessment.campaign(id);
        LocalDate today = LocalDate.now(CampaignDefined.ZONE);
        CampaignDefined now = new CampaignDefined(
                id,
                1,
                plain.name(),
                plain.frameworkRef(),
                true,
                TimeBasis.LIVE,
                List.of(new Phase(PhaseId.COLLECTION, NAME, today.minusDays(5), today.plusDays(5))),
                plain.groups(),
                plain.lists(),
                plain.definedAt());
        return SmallAssessment.assigned(now, collection);
    }

    /** @param checks the check point that each check decides */
    static Assignment portals(Map<String, String> checks) {
        return new Assignment(
                "site-collector",
                List.copyOf(checks.values()),
                List.of(ChannelKind.PORTAL),
                null,
                checks.entrySet().stream()
                        .map(each -> new CheckedPoint(each.getKey(), each.getValue()))
                        .toList());
    }

    static TargetRegistered target(String campaign, String id, @Nullable String portal) {
        return target(campaign, id, ChannelKind.PORTAL, portal);
    }

    static TargetRegistered target(String campaign, String id, ChannelKind kind, @Nullable String url) {
        Channel channel = new Channel("portal", kind, url);
        return new TargetRegistered(campaign, id, 1, NAME, "990100", "provincial", Set.of(), List.of(channel));
    }
}
