package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Application;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.PhaseGate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a county or district apply to be assessed, in the participation phase. */
public class ApplyToParticipate {

    private final Campaigns campaigns;
    private final Participations participations;
    private final Clock clock;

    public ApplyToParticipate(Campaigns campaigns, Participations participations, Clock clock) {
        this.campaigns = campaigns;
        this.participations = participations;
        this.clock = clock;
    }

    /** Applies; {@code stated} is when that happened, for recorded campaigns. */
    public Result apply(String campaignId, Application application, @Nullable Instant stated) {
        Optional<CampaignDefinition> campaign = campaigns.find(campaignId).map(found -> found.definition());
        if (campaign.isEmpty()) {
            return new UnknownCampaign(campaignId);
        }
        List<Fault> faults = application.check();
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        return switch (PhaseGate.check(campaign.get(), PhaseId.PARTICIPATION, stated, clock.instant())) {
            case PhaseGate.Closed closed -> new Refused(List.of(closed.fault()));
            case PhaseGate.Open open ->
                store(new Participation(
                        id(campaignId, application), campaignId, application, open.at(), new Participation.Pending()));
        };
    }

    private Result store(Participation participation) {
        return participations.add(participation) ? new Received(participation) : new Unchanged(participation);
    }

    private static String id(String campaignId, Application application) {
        String content = campaignId + "\n" + application;
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The application is there. */
    public record Received(Participation participation) implements Result {}

    /** The same application was there already. */
    public record Unchanged(Participation participation) implements Result {}

    /** It is refused; nothing is stored. */
    public record Refused(List<Fault> faults) implements Result {}

    /** There is no such campaign. */
    public record UnknownCampaign(String campaignId) implements Result {}
}
