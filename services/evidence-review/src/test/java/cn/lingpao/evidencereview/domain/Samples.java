package cn.lingpao.evidencereview.domain;

import cn.lingpao.evidencereview.domain.Campaign.CheckPoints;
import cn.lingpao.evidencereview.domain.Campaign.Phase;
import cn.lingpao.evidencereview.domain.Value.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A campaign, cells, observations and decisions. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant OBSERVED = Instant.parse("2021-10-01T02:00:00Z");
    public static final Instant DECIDED = Instant.parse("2021-11-25T02:00:00Z");
    public static final Value MET = Value.word(Kind.MET);
    public static final Value NOT_MET = Value.word(Kind.NOT_MET);
    public static final Decider REVIEWER = new Decider("r", true, false);
    public static final Decider ARBITER = new Decider("a", false, true);
    public static final Campaign CAMPAIGN = campaign(false);

    private Samples() {}

    public static Campaign campaign(boolean live) {
        return new Campaign(
                "c",
                live,
                List.of(
                        new Phase("collection", LocalDate.of(2021, 9, 1), LocalDate.of(2021, 11, 30)),
                        new Phase("analysis", LocalDate.of(2021, 11, 20), LocalDate.of(2021, 12, 10))),
                new Points(),
                Sampling.NONE);
    }

    /** The campaign, sampled like this. */
    public static Campaign sampled(Sampling sampling) {
        return new Campaign("c", false, CAMPAIGN.phases(), CAMPAIGN.checkPoints(), sampling);
    }

    /** Every automatic result is drawn; one of two may be wrong, once two were reviewed. */
    public static Sampling every() {
        return new Sampling("seed", new Sampling.Rule(BigDecimal.ONE, new BigDecimal("0.5"), 2), Map.of());
    }

    public static CellId id(String checkPoint) {
        return new CellId("c", "t", checkPoint);
    }

    public static Cell cell(ReviewMode mode, Observation... observations) {
        return Cell.unseen(id(mode.name().toLowerCase(Locale.ROOT)), "provincial", mode)
                .observe(List.of(observations));
    }

    public static Observation observation(String id, Value value, int second) {
        return observation(id, value, "portal", "robot", true, second);
    }

    public static Observation byHand(String id, Value value, int second) {
        return observation(id, value, "portal", "wang", false, second);
    }

    public static Observation observation(
            String id, Value value, String channel, String observer, boolean automatic, int second) {
        Proof proof = new Proof("https://place.example/" + id, "题", OBSERVED, "a".repeat(64), null);
        return new Observation(
                id,
                value,
                channel,
                observer,
                automatic,
                OBSERVED.plusSeconds(second),
                OBSERVED.plusSeconds(60),
                List.of(proof));
    }

    public static Decision decision(String by, Value value) {
        return new Decision(by, value, "looked at it", DECIDED);
    }

    public static Cell taken(Ruling ruling) {
        if (ruling instanceof Ruling.Taken taken) {
            return taken.cell();
        }
        throw new AssertionError("not taken: " + ruling);
    }

    /** A check point per mode of review, each a checklist. */
    private record Points() implements CheckPoints {

        @Override
        public Optional<ReviewMode> mode(String checkPointId) {
            return List.of(ReviewMode.values()).stream()
                    .filter(mode -> mode.name().equalsIgnoreCase(checkPointId))
                    .findFirst();
        }

        @Override
        public Optional<String> misfit(String checkPointId, Value value) {
            return value.kind() == Kind.NUMBER || value.kind() == Kind.GRADE
                    ? Optional.of("takes MET or NOT_MET")
                    : Optional.empty();
        }
    }
}
