package cn.lingpao.datacollection.domain.evidence;

import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a capture may be kept: from the first day of the campaign's collection on, and for ever after, because
 * a later capture tells whether an earlier one still holds.
 */
public final class CaptureGate {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Instant now;

    public CaptureGate(Instant now) {
        this.now = now;
    }

    public Optional<Fault> refusal(Campaign campaign, Instant capturedAt) {
        if (capturedAt.isAfter(now.plus(CLOCK_SKEW))) {
            String reason = "%s lies in the future (it is %s)".formatted(capturedAt, now);
            return Optional.of(new Fault("capturedAt", Code.IN_FUTURE, reason));
        }
        return campaign.collection()
                .filter(window -> window.isAfter(capturedAt))
                .map(window -> new Fault(
                        "capturedAt",
                        Code.OUTSIDE_PHASE,
                        "%s is before the phase collection of '%s' (%s, dates in China)"
                                .formatted(capturedAt, campaign.id(), window)));
    }
}
