package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Participation.Accepted;
import cn.lingpao.targetregistry.domain.Target;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an applicant a target. The target is registered first, so that a broken attempt can simply be repeated. */
public class AcceptParticipation {

    private final Campaigns campaigns;
    private final Participations participations;
    private final Registration registration;
    private final Clock clock;

    public AcceptParticipation(Campaigns campaigns, Participations participations, Targets targets, Clock clock) {
        this.campaigns = campaigns;
        this.participations = participations;
        this.registration = new Registration(targets);
        this.clock = clock;
    }

    /**
     * Accepts an application.
     *
     * @param as the target it becomes
     * @param by who decides
     */
    public Result accept(String campaignId, String participationId, Placing as, String by) {
        Optional<CampaignDefinition> campaign = campaigns.find(campaignId).map(found -> found.definition());
        Optional<Participation> participation = participations.find(campaignId, participationId);
        if (campaign.isEmpty() || participation.isEmpty()) {
            return new Unknown();
        }
        if (participation.get().decision() instanceof Accepted accepted
                && !accepted.targetId().equals(as.targetId())) {
            return new Refused(List.of(Fault.of(
                    "targetId",
                    "already-accepted",
                    "The application became target '" + accepted.targetId() + "' already.")));
        }
        return place(campaign.get(), participation.get(), as, by);
    }

    private Result place(CampaignDefinition campaign, Participation participation, Placing as, String by) {
        TargetDetails details = participation.asTarget(as.groupId(), as.marks());
        TargetOutcome outcome = registration.registerOne(
                campaign, as.targetId(), stored -> stored == null || stored.equals(details) ? details : stored);
        return switch (outcome) {
            case TargetOutcome.Rejected rejected -> new Refused(rejected.faults());
            case TargetOutcome.Unregistered none -> new Unknown();
            case TargetOutcome.Created created -> accepted(participation, created.target(), by);
            case TargetOutcome.Updated updated -> accepted(participation, updated.target(), by);
            case TargetOutcome.Unchanged unchanged ->
                unchanged.target().details().equals(details)
                        ? accepted(participation, unchanged.target(), by)
                        : new Refused(List.of(Fault.of(
                                "targetId",
                                "taken",
                                "Target '" + as.targetId() + "' is registered as another place.")));
        };
    }

    private Result accepted(Participation participation, Target target, String by) {
        participations.decide(participation.accepted(target.id(), by, clock.instant()));
        return new Placed(target);
    }

    /** The target an applicant becomes. */
    public record Placing(String targetId, String groupId, Set<String> marks) {}

    /** What came of it. */
    public sealed interface Result {}

    /** The applicant is a target. */
    public record Placed(Target target) implements Result {}

    /** It is refused; nothing is stored. */
    public record Refused(List<Fault> faults) implements Result {}

    /** There is no such campaign or application. */
    public record Unknown() implements Result {}
}
