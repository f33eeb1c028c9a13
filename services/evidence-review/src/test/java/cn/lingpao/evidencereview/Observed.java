package cn.lingpao.evidencereview;

import cn.lingpao.contracts.Collector;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.ObservedValue;
import java.time.Instant;
import java.util.List;

/** Observations as the log has them. */
final class Observed {

    static final Instant AT = Instant.parse("2021-10-01T02:00:00Z");

    private Observed() {}

    static ObservationRecorded event(
            String id, String campaign, String target, String checkPoint, ObservedValue value, int second) {
        return new ObservationRecorded(
                id,
                campaign,
                target,
                "provincial",
                checkPoint,
                null,
                value,
                new Collector("robot", Collector.Kind.SYSTEM),
                AT.plusSeconds(second),
                List.of(new Evidence("https://place.example", "题", AT, null, null)),
                AT.plusSeconds(60));
    }
}
