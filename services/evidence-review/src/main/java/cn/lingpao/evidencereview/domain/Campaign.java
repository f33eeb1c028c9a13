package cn.lingpao.evidencereview.domain;

import cn.lingpao.evidencereview.domain.Fault.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the review must know of a campaign.
 *
 * @param live whether decisions are held against the clock, or else against the time they state
 * @param sampling how the results of programs are sampled
 * @param phases the phases in which decisions may be made; none restricts nothing
 */
public record Campaign(String id, boolean live, List<Phase> phases, CheckPoints checkPoints, Sampling sampling) {

    /** How far the clock of a person may run ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    public Campaign {
        phases = List.copyOf(phases);
    }

    /** A phase: whole days in China, both ends inclusive. */
    public record Phase(String name, LocalDate from, LocalDate to) {

        private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

        boolean contains(Instant instant) {
            LocalDate day = LocalDate.ofInstant(instant, ZONE);
            return !day.isBefore(from) && !day.isAfter(to);
        }

        @Override
        public String toString() {
            return name + " " + from + " to " + to;
        }
    }

    /** The check points of the campaign's framework. */
    public interface CheckPoints {

        Optional<ReviewMode> mode(String checkPointId);

        /** Why the check point's rule does not take the value; empty when it does. */
        Optional<String> misfit(String checkPointId, Value value);
    }

    /** Why a decision on this check point cannot be taken now, or none; {@code at} is what the decision states. */
    public Optional<Fault> refusal(String checkPointId, Value value, @Nullable Instant at, Instant now) {
        if (checkPoints.mode(checkPointId).isEmpty()) {
            return fault("checkPointId", Code.UNKNOWN_CELL, "the framework has no check point '" + checkPointId + "'");
        }
        if (!value.fits()) {
            return fault("value", Code.WRONG_VALUE, "at most 34 digits and an exponent of 30 can be kept");
        }
        return checkPoints
                .misfit(checkPointId, value)
                .flatMap(reason -> fault("value", Code.WRONG_VALUE, reason))
                .or(() -> time(at, now));
    }

    private Optional<Fault> time(@Nullable Instant at, Instant now) {
        if (at == null && !live) {
            return fault("at", Code.MISSING, "a campaign that is replayed needs the time of each decision");
        }
        Instant stated = at == null ? now : at;
        if (stated.isAfter(now.plus(CLOCK_SKEW))) {
            return fault("at", Code.IN_FUTURE, "%s lies in the future (it is %s)".formatted(stated, now));
        }
        return outside(stated).or(() -> live ? outside(now) : Optional.empty());
    }

    private Optional<Fault> outside(Instant instant) {
        if (phases.isEmpty() || phases.stream().anyMatch(phase -> phase.contains(instant))) {
            return Optional.empty();
        }
        String dates = phases.stream().map(Phase::toString).collect(Collectors.joining(", "));
        return fault(
                "at",
                Code.OUTSIDE_PHASE,
                "%s is outside the phases of '%s' (%s, dates in China)".formatted(instant, id, dates));
    }

    private static Optional<Fault> fault(String field, Code code, String reason) {
        return Optional.of(new Fault(field, code, reason));
    }
}
