package cn.lingpao.testsupport;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Group;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.Sampling;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the registry would tell of a small invented assessment: one node, one group, collection in autumn 2021. */
public final class SmallAssessment {

    private static final Text NAME = new Text("样例", "Sample");
    private static final String FRAMEWORK = "sample@1";
    private static final String DOCUMENT = """
            id: sample
            version: "1"
            name: {zh: 样例, en: Sample}
            levelNames: [{zh: 一级, en: First}]
            fullMarks: 100
            ranking: {method: dense, basis: raw, order: score}
            review: none
            missing: zero
            undetermined: zero
            nodes:
              - id: service
                name: {zh: 服务, en: Service}
                weight: 1
                checkPoints:
            """;

    private SmallAssessment() {}

    /**
     * The framework {@code sample@1}.
     *
     * @param checkPoints each as a flow mapping of the framework language
     */
    public static FrameworkPublished framework(String... checkPoints) {
        StringBuilder document = new StringBuilder(DOCUMENT);
        for (String checkPoint : checkPoints) {
            document.append("      - ").append(checkPoint).append('\n');
        }
        return new FrameworkPublished(FRAMEWORK, NAME, "0".repeat(64), document.toString(), Instant.EPOCH);
    }

    /** A framework {@code broken@1} that cannot be read. */
    public static FrameworkPublished brokenFramework() {
        return new FrameworkPublished("broken@1", NAME, "1".repeat(64), "nodes: [", Instant.EPOCH);
    }

    public static CampaignDefined campaign(String id) {
        return campaign(id, FRAMEWORK);
    }

    public static CampaignDefined campaign(String id, String framework) {
        Phase collection = new Phase(PhaseId.COLLECTION, NAME, LocalDate.of(2021, 9, 1), LocalDate.of(2021, 11, 30));
        return new CampaignDefined(
                id,
                1,
                NAME,
                framework,
                true,
                TimeBasis.RECORDED,
                List.of(collection),
                List.of(new Group("provincial", NAME)),
                List.of(),
                Instant.EPOCH);
    }

    /** The same campaign, collected by others. */
    public static CampaignDefined assigned(CampaignDefined campaign, CampaignDefined.Assignment... collection) {
        return with(List.of(collection), campaign.sampling(), campaign);
    }

    /** The same campaign, with the results of programs sampled. */
    public static CampaignDefined sampled(CampaignDefined campaign, Sampling sampling) {
        return with(campaign.collection(), sampling, campaign);
    }

    private static CampaignDefined with(
            @Nullable List<CampaignDefined.Assignment> collection,
            @Nullable Sampling sampling,
            CampaignDefined campaign) {
        return new CampaignDefined(
                campaign.campaignId(),
                campaign.sequence(),
                campaign.name(),
                campaign.frameworkRef(),
                campaign.invented(),
                campaign.time(),
                campaign.phases(),
                campaign.groups(),
                campaign.lists(),
                collection,
                sampling,
                campaign.definedAt());
    }

    /** A target with a portal. */
    public static TargetRegistered target(String campaign, String id) {
        Channel portal = new Channel("portal", ChannelKind.PORTAL, null);
        return new TargetRegistered(campaign, id, 1, NAME, null, "provincial", Set.of(), List.of(portal));
    }
}
