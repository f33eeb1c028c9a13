package cn.lingpao.datacollection.config;

import cn.lingpao.datacollection.application.Report;
import cn.lingpao.datacollection.application.Report.Outcome;
import cn.lingpao.datacollection.application.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts rows as {@code lingpao.observations.rows}, tagged with their outcome. */
final class MeteredTally implements Tally {

    private final MeterRegistry meters;

    MeteredTally(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void counted(Report report) {
        for (Outcome outcome : Outcome.values()) {
            meters.counter(
                            "lingpao.observations.rows",
                            "outcome",
                            outcome.name().toLowerCase(Locale.ROOT))
                    .increment(report.count(outcome));
        }
    }
}
