package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.BonusRules;
import cn.lingpao.casesubmission.domain.CaseForm;
import cn.lingpao.casesubmission.domain.Fault;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.casesubmission.domain.PhaseGate;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.TargetRegistered;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a judge award a case or withdraw the award, in the judging phase. */
public class AwardCase {

    private static final int ATTEMPTS = 5;
    private static final int LONGEST_NOTE = 300;

    private final Assessments assessments;
    private final Cases cases;
    private final Clock clock;

    public AwardCase(Assessments assessments, Cases cases, Clock clock) {
        this.assessments = assessments;
        this.cases = cases;
        this.clock = clock;
    }

    /** Awards points; the same points again change nothing. */
    public Result award(String campaignId, String caseId, Decision decision) {
        return decision.isWithdrawal()
                ? new Refused(
                        new Fault("points", "not-positive", "An award has more than 0 points; withdraw it by DELETE."))
                : decide(campaignId, caseId, decision);
    }

    /** Withdraws the award: its points become zero. */
    public Result withdraw(String campaignId, String caseId, String by, @Nullable Instant stated) {
        return decide(campaignId, caseId, new Decision(BigDecimal.ZERO, null, null, null, by, stated));
    }

    private Result decide(String campaignId, String caseId, Decision decision) {
        Optional<CampaignDefined> campaign = assessments.campaign(campaignId);
        if (campaign.isEmpty() || find(campaignId, caseId).isEmpty()) {
            return new Unknown();
        }
        PhaseGate.Passage passage =
                PhaseGate.check(campaign.get(), PhaseId.CASE_JUDGING, decision.stated(), clock.instant());
        return switch (passage) {
            case PhaseGate.Closed closed -> new Refused(closed.fault());
            case PhaseGate.Open open ->
                check(campaign.get(), decision)
                        .<Result>map(Refused::new)
                        .orElseGet(() -> store(campaignId, caseId, decision, open.at()));
        };
    }

    private Optional<Fault> check(CampaignDefined campaign, Decision decision) {
        if (decision.isWithdrawal()) {
            return Optional.empty();
        }
        Optional<BonusRules> rules = assessments.bonus(campaign);
        return rules.isEmpty()
                ? Optional.of(new Fault(
                        "points", "no-cases", "Framework " + campaign.frameworkRef() + " knows no innovation cases."))
                : rules.get().check(decision.points());
    }

    private Result store(String campaignId, String caseId, Decision decision, Instant at) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            InnovationCase stored = find(campaignId, caseId).orElseThrow();
            if (decision.isWithdrawal() && stored.award() == null) {
                return new NotAwarded(stored);
            }
            Optional<Fault> mistaken = decision.mistakes(stored.form());
            if (mistaken.isPresent()) {
                return new Refused(mistaken.get());
            }
            if (decision.repeats(stored.award())) {
                return new Unchanged(stored);
            }
            Optional<TargetRegistered> target =
                    assessments.target(campaignId, stored.form().targetId());
            if (target.isEmpty()) {
                return new Refused(
                        new Fault("target", "unknown-target", "The case's target is not registered any more."));
            }
            InnovationCase next =
                    stored.awarded(decision.award(target.get().groupId(), at, stored.awardSequence() + 1));
            if (cases.award(next)) {
                return new Awarded(next);
            }
        }
        return new Refused(new Fault("award", "contended", "Others are awarding the case; send it again."));
    }

    private Optional<InnovationCase> find(String campaignId, String caseId) {
        return cases.find(caseId).filter(found -> found.campaignId().equals(campaignId));
    }

    /**
     * What a judge decides.
     *
     * @param targetId the target the judge believes the case to be of, if he says so
     * @param type the type he believes it to have, if he says so
     * @param stated when, for recorded campaigns
     */
    public record Decision(
            BigDecimal points,
            @Nullable String note,
            @Nullable String targetId,
            @Nullable String type,
            String by,
            @Nullable Instant stated) {

        boolean isWithdrawal() {
            return points.signum() == 0;
        }

        boolean repeats(@Nullable Award award) {
            return award != null
                    && award.points().compareTo(points) == 0
                    && (stated == null || stated.equals(award.awardedAt()) || isWithdrawal());
        }

        Optional<Fault> mistakes(CaseForm form) {
            if (note != null && note.codePointCount(0, note.length()) > LONGEST_NOTE) {
                return Optional.of(
                        new Fault("note", "too-long", "'note' is longer than " + LONGEST_NOTE + " characters."));
            }
            if (targetId != null && !targetId.equals(form.targetId())) {
                return Optional.of(
                        new Fault("target", "other-target", "The case is of target '" + form.targetId() + "'."));
            }
            return type != null && !type.equals(form.countedType())
                    ? Optional.of(new Fault("type", "other-type", "The case counts as '" + form.countedType() + "'."))
                    : Optional.empty();
        }

        Award award(String groupId, Instant at, long sequence) {
            return new Award(points, groupId, by, note, at, sequence);
        }
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The decision is stored and told. */
    public record Awarded(InnovationCase decided) implements Result {}

    /** It was so already. */
    public record Unchanged(InnovationCase stored) implements Result {}

    /** There is no award to withdraw. */
    public record NotAwarded(InnovationCase stored) implements Result {}

    /** It is refused; nothing is stored. */
    public record Refused(Fault fault) implements Result {}

    /** There is no such campaign or case. */
    public record Unknown() implements Result {}
}
