package cn.lingpao.cli.sample;

import cn.lingpao.methodology.framework.CheckPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The made-up history of one check point of one place: what was observed, and what two reviewers decided.
 *
 * @param observed what the collector reported
 * @param second what another collector reported, for a few
 * @param arbiter what the arbiter decided; there only where the reviewers differ
 */
record Cell(
        Place place,
        CheckPoint point,
        Finding observed,
        Optional<Finding> second,
        Finding first,
        Finding other,
        Optional<Finding> arbiter,
        Times times) {

    private static final double POINT_MISSING = 0.025;
    private static final double LEAF_MISSING = 0.01;
    private static final double OBSERVED_TWICE = 0.02;
    private static final double COLLECTOR_ERRS = 0.04;
    private static final double REVIEWER_ERRS = 0.02;

    /** When things happened. */
    record Times(Instant observed, Instant second, Instant first, Instant other, Instant arbiter) {}

    /** The cell's history; none when nobody looked at it. */
    static Optional<Cell> invent(long seed, Place place, CheckPoint point) {
        boolean leafMissing =
                Dice.of(seed, place.fortune(), point.nodeId(), "missing").chance(LEAF_MISSING);
        Dice dice = Dice.of(seed, place.fortune(), point.id(), "history");
        if (leafMissing || dice.chance(POINT_MISSING)) {
            return Optional.empty();
        }
        Findings findings = new Findings(seed);
        Finding truth = findings.truth(place, point);
        Finding observed = dice.chance(COLLECTOR_ERRS) ? findings.mistaken(place, point, truth, "collector") : truth;
        Optional<Finding> second = dice.chance(OBSERVED_TWICE) ? Optional.of(truth) : Optional.empty();
        Finding first = dice.chance(REVIEWER_ERRS) ? findings.mistaken(place, point, truth, "reviewer-1") : truth;
        Finding other = dice.chance(REVIEWER_ERRS) ? findings.mistaken(place, point, truth, "reviewer-2") : truth;
        Optional<Finding> arbiter = first.equals(other) ? Optional.empty() : Optional.of(truth);
        return Optional.of(new Cell(place, point, observed, second, first, other, arbiter, times(dice)));
    }

    /** Observations from September to 20 November, decisions within a fortnight after: all in their phases. */
    private static Times times(Dice dice) {
        Instant morning = Instant.parse("2021-09-01T01:00:00Z").plus(Duration.ofDays(dice.between(0, 79)));
        Instant observed = morning.plusSeconds(dice.between(0, 8 * 3600));
        Instant second = observed.plusSeconds(dice.between(3600, 20 * 3600));
        Instant first = second.plusSeconds(dice.between(3600, 5 * 86400));
        Instant other = second.plusSeconds(dice.between(3600, 5 * 86400));
        Instant later = first.isAfter(other) ? first : other;
        return new Times(observed, second, first, other, later.plusSeconds(dice.between(3600, 3 * 86400)));
    }
}
