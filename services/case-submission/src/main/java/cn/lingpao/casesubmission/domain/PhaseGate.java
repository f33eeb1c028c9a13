package cn.lingpao.casesubmission.domain;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Phase;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides whether a command falls into its phase. A phase the campaign does not define restricts nothing. */
public final class PhaseGate {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private PhaseGate() {}

    /**
     * Holds a command against a phase.
     *
     * @param stated when the command says it happened; a recorded campaign demands it, a live one refuses it
     */
    public static Passage check(CampaignDefined campaign, PhaseId phaseId, @Nullable Instant stated, Instant now) {
        if (stated != null && stated.isAfter(now.plus(CLOCK_SKEW))) {
            return new Closed(new Fault("at", "in-future", stated + " has not come yet."));
        }
        if (campaign.time() == TimeBasis.LIVE) {
            return stated == null
                    ? within(campaign, phaseId, now)
                    : new Closed(new Fault("at", "at-not-allowed", "A live campaign takes its time from the clock."));
        }
        return stated == null
                ? new Closed(new Fault("at", "missing-value", "A recorded campaign needs the time it happened."))
                : within(campaign, phaseId, stated);
    }

    private static Passage within(CampaignDefined campaign, PhaseId phaseId, Instant at) {
        return campaign.phase(phaseId)
                .filter(phase -> !phase.contains(at))
                .<Passage>map(phase -> new Closed(outside(phase, at)))
                .orElse(new Open(at));
    }

    private static Fault outside(Phase phase, Instant at) {
        String word = phase.id().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Fault(
                "at",
                "outside-phase",
                at + " is outside the phase " + word + " " + phase.name().zh() + ", " + phase.from() + " to "
                        + phase.to() + " (Asia/Shanghai).");
    }

    /** Whether a command may pass. */
    public sealed interface Passage {}

    /** It may; {@code at} is the time that counts. */
    public record Open(Instant at) implements Passage {}

    /** It may not. */
    public record Closed(Fault fault) implements Passage {}
}
