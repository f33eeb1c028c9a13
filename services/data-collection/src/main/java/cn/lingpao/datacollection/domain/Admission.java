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
    private final Sender sender;

    /** @param sender who delivers */
    public Admission(Instant now, Sender sender) {
        this.now = now;
        this.sender = sender;
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
                .or(() -> registration(submission, campaign, target))
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
        if (channel == null || target.channels().containsKey(channel)) {
            return Optional.empty();
        }
        return fault("channel", Code.UNKNOWN_CHANNEL, "target '%s' has no channel '%s'", target.id(), channel);
    }

    private Optional<Fault> registration(Submission submission, Campaign campaign, Target target) {
        return switch (sender) {
            case Sender.Person person -> Optional.empty();
            case Sender.Named named ->
                submission.observer().kind() == Observer.Kind.SYSTEM
                        ? assignment(submission, campaign, target)
                        : Optional.empty();
            case Sender.Program program ->
                submission.observer().equals(new Observer(program.id(), Observer.Kind.SYSTEM))
                        ? assignment(submission, campaign, target)
                        : fault(
                                "collector.id",
                                Code.NOT_REGISTERED,
                                "program '%s' sends in its own name only: leave 'collector' out, or name yourself as"
                                        + " {\"id\": \"%s\", \"kind\": \"SYSTEM\"}",
                                program.id(),
                                program.id());
        };
    }

    private static Optional<Fault> assignment(Submission submission, Campaign campaign, Target target) {
        Registrations registered = campaign.registrations();
        String program = submission.observer().id();
        String point = submission.checkPointId();
        String channel = submission.channelId();
        if (registered.allows(
                program, point, channel == null ? null : target.channels().get(channel))) {
            return Optional.empty();
        }
        if (!registered.knows(program)) {
            return fault(
                    "collector.id",
                    Code.NOT_REGISTERED,
                    "program '%s' is registered for nothing in campaign '%s': an administrator assigns it check points"
                            + " under 'collection' of the campaign's file",
                    program,
                    campaign.id());
        }
        return registered.covers(program, point)
                ? fault(
                        "channel",
                        Code.NOT_REGISTERED,
                        "program '%s' is registered for check point '%s' only on channels of the kinds %s",
                        program,
                        point,
                        registered.channels(program, point))
                : fault(
                        "checkPoint",
                        Code.NOT_REGISTERED,
                        "program '%s' is not registered for check point '%s' in campaign '%s': an administrator adds it"
                                + " under 'collection' of the campaign's file",
                        program,
                        point,
                        campaign.id());
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
