package cn.lingpao.datacollection.domain;

import cn.lingpao.contracts.Cause;
import cn.lingpao.datacollection.domain.Campaign.Window;
import cn.lingpao.datacollection.domain.Fault.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a submission becomes an observation. An excluded check point is taken in; it is only not scored. */
public final class Admission {

    /** How far a collector's clock may run ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Instant now;

    public Admission(Instant now) {
        this.now = now;
    }

    /** The first fault of the submission, or none. */
    public Optional<Fault> refusal(Submission submission, @Nullable Campaign campaign, @Nullable Target target) {
        if (campaign == null) {
            return fault("campaign", Code.UNKNOWN_CAMPAIGN, "no campaign '%s'", submission.campaignId());
        }
        if (target == null) {
            return fault(
                    "target",
                    Code.UNKNOWN_TARGET,
                    "campaign '%s' has no target '%s'",
                    campaign.id(),
                    submission.targetId());
        }
        return point(submission, campaign)
                .or(() -> channel(submission, target))
                .or(() -> cause(submission.value()))
                .or(() -> time(submission.observedAt(), campaign));
    }

    private static Optional<Fault> point(Submission submission, Campaign campaign) {
        String point = submission.checkPointId();
        if (!campaign.checkPoints().contains(point)) {
            return fault(
                    "checkPoint", Code.UNKNOWN_CHECK_POINT, "the campaign's framework has no check point '%s'", point);
        }
        if (submission.value() instanceof Value.Measured measured && !Value.Measured.fits(measured.number())) {
            return fault("value", Code.WRONG_VALUE, "at most 34 digits and an exponent of 30 can be kept");
        }
        return campaign.checkPoints()
                .misfit(point, submission.value())
                .map(reason -> new Fault("value", Code.WRONG_VALUE, reason));
    }

    private static Optional<Fault> channel(Submission submission, Target target) {
        String channel = submission.channelId();
        if (channel == null || target.channels().contains(channel)) {
            return Optional.empty();
        }
        return fault("channel", Code.UNKNOWN_CHANNEL, "target '%s' has no channel '%s'", target.id(), channel);
    }

    private static Optional<Fault> cause(Value value) {
        return value instanceof Value.Undetermined open
                        && open.cause() != null
                        && Cause.named(open.cause()).isEmpty()
                ? fault("cause", Code.UNKNOWN_CAUSE, "'%s' is none of %s", open.cause(), Cause.listed())
                : Optional.empty();
    }

    private Optional<Fault> time(Instant observedAt, Campaign campaign) {
        if (observedAt.isAfter(now.plus(CLOCK_SKEW))) {
            return fault("observedAt", Code.IN_FUTURE, "%s lies in the future (it is %s)", observedAt, now);
        }
        return campaign.collection().flatMap(window -> phase(observedAt, campaign, window));
    }

    private Optional<Fault> phase(Instant observedAt, Campaign campaign, Window window) {
        boolean open = !campaign.live() || window.contains(now);
        if (open && window.contains(observedAt)) {
            return Optional.empty();
        }
        return fault(
                "observedAt",
                Code.OUTSIDE_PHASE,
                "%s is outside the phase collection of '%s' (%s, dates in China)",
                open ? observedAt : now,
                campaign.id(),
                window);
    }

    private static Optional<Fault> fault(String field, Code code, String reason, Object... args) {
        return Optional.of(new Fault(field, code, reason.formatted(args)));
    }
}
