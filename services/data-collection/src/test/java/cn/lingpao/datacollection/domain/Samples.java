package cn.lingpao.datacollection.domain;

import cn.lingpao.datacollection.domain.Campaign.CheckPoints;
import cn.lingpao.datacollection.domain.Campaign.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A campaign, a target and submissions to it. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant OBSERVED = Instant.parse("2021-10-01T02:00:00Z");
    public static final Observer ROBOT = new Observer("robot", Observer.Kind.SYSTEM);
    public static final Registrations REGISTERED =
            new Registrations(Map.of("robot", Map.of("p.list", Set.of("portal"), "p.figure", Set.of())));
    public static final Target TARGET = new Target("place-1", "provincial", Map.of("portal", "portal"));
    public static final Campaign RECORDED = campaign(false);

    private Samples() {}

    public static Campaign campaign(boolean live) {
        Window window = new Window(LocalDate.of(2021, 9, 1), LocalDate.of(2021, 11, 30));
        return new Campaign("c", live, Optional.of(window), new Points(), REGISTERED);
    }

    public static Submission submission(Value value) {
        return submission("p.list", value, OBSERVED);
    }

    public static Submission submission(String checkPoint, Value value, Instant observedAt) {
        return new Submission(
                "c",
                "place-1",
                checkPoint,
                "portal",
                value,
                ROBOT,
                observedAt,
                List.of(new Proof("https://place-1.example", null, OBSERVED, null, "seen")));
    }

    public static Value figure(String number) {
        return new Value.Measured(new BigDecimal(number));
    }

    /** p.list takes judgements, p.figure figures. */
    private record Points() implements CheckPoints {

        @Override
        public boolean contains(String checkPointId) {
            return Set.of("p.list", "p.figure").contains(checkPointId);
        }

        @Override
        public Optional<String> misfit(String checkPointId, Value value) {
            boolean fits =
                    switch (value) {
                        case Value.Judgement.NOT_APPLICABLE -> true;
                        case Value.Undetermined any -> true;
                        case Value.Judgement any -> checkPointId.equals("p.list");
                        case Value.Measured any -> checkPointId.equals("p.figure");
                        case Value.Graded any -> false;
                    };
            return fits ? Optional.empty() : Optional.of(checkPointId + " does not take that");
        }
    }
}
