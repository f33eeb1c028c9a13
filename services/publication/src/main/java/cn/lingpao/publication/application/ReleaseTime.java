package cn.lingpao.publication.application;

import cn.lingpao.publication.application.Outcome.Reason;
import cn.lingpao.publication.application.Outcome.Refused;
import cn.lingpao.publication.domain.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a release against the calendar: the clock for a live campaign, the stated time for a recorded one. */
final class ReleaseTime {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private ReleaseTime() {}

    static Optional<Refused> refuse(Campaign campaign, @Nullable Instant at, Instant now) {
        if (campaign.recorded() && at == null) {
            return refused(Reason.TIME_MISSING, "a recorded campaign needs the time of its release: send 'at'");
        }
        if (!campaign.recorded() && at != null) {
            return refused(Reason.TIME_NOT_ALLOWED, "a live campaign is released now: leave out 'at'");
        }
        Instant time = at == null ? now : at;
        if (time.isAfter(now.plus(TOLERANCE))) {
            return refused(Reason.IN_FUTURE, "'at' lies in the future: " + time);
        }
        if (!campaign.mayReleaseAt(time)) {
            return refused(Reason.OUTSIDE_PHASE, time + " is outside the phase release, " + campaign.window());
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(Reason reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
