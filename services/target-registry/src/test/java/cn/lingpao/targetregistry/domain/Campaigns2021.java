package cn.lingpao.targetregistry.domain;

import cn.lingpao.targetregistry.domain.CampaignDefinition.Assignment;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Group;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Phase;
import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.CampaignDefinition.RankedList;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Campaigns and targets for tests; every place is made up. */
public final class Campaigns2021 {

    private Campaigns2021() {}

    public static CampaignDefinition campaign(String id, TimeBasis time) {
        return new CampaignDefinition(
                id,
                new Name("二〇二一", "Twenty-one"),
                "demo@1",
                true,
                time,
                List.of(new Phase(
                        PhaseId.PARTICIPATION,
                        new Name("参评申报", "Participation"),
                        LocalDate.of(2021, 8, 26),
                        LocalDate.of(2021, 10, 15))),
                List.of(new Group("provincial", new Name("省级", "Provincial")), county()),
                List.of(new RankedList("provincial", new Name("省级", "Provincial"), "provincial", null, 20)));
    }

    public static Group county() {
        return new Group("county", new Name("县区", "Counties"));
    }

    public static TargetDetails place(String zh) {
        return new TargetDetails(
                new Name(zh, zh),
                "990000",
                "provincial",
                Set.of("coastal"),
                List.of(new Channel("portal", ChannelKind.PORTAL, "https://portal.example/")));
    }

    /** The same campaign, collected by others. */
    public static CampaignDefinition collecting(CampaignDefinition campaign, List<Assignment> collection) {
        return with(campaign.groups(), campaign.lists(), collection, campaign.sampling(), campaign);
    }

    /** The same campaign, sampled. */
    public static CampaignDefinition sampled(CampaignDefinition campaign, Sampling sampling) {
        return with(campaign.groups(), campaign.lists(), campaign.collection(), sampling, campaign);
    }

    /** The same campaign with other groups. */
    public static CampaignDefinition withGroups(CampaignDefinition campaign, List<Group> groups) {
        return with(groups, List.of(), campaign.collection(), campaign.sampling(), campaign);
    }

    private static CampaignDefinition with(
            List<Group> groups,
            List<RankedList> lists,
            List<Assignment> collection,
            @Nullable Sampling sampling,
            CampaignDefinition campaign) {
        return new CampaignDefinition(
                campaign.id(),
                campaign.name(),
                campaign.frameworkRef(),
                campaign.invented(),
                campaign.time(),
                campaign.phases(),
                groups,
                lists,
                collection,
                sampling);
    }
}
