package cn.lingpao.sitecollector.config;

import cn.lingpao.sitecollector.application.RunQueue;
import cn.lingpao.sitecollector.domain.Run;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts what becomes of runs. */
final class MeteredRuns implements RunQueue.Told {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredRuns.class);

    private final MeterRegistry meters;

    MeteredRuns(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void resumed(Run run) {
        LOG.info("run {} of {} goes on; it was {}", run.id(), run.campaignId(), run.state());
    }

    @Override
    public void ended(Run run) {
        LOG.info("run {} of {}: {} {} {}", run.id(), run.campaignId(), run.state(), run.tally(), run.fault());
        meters.counter("lingpao.collection.runs", "outcome", run.state().name().toLowerCase(Locale.ROOT))
                .increment();
        count("met", run.tally().met());
        count("not_met", run.tally().notMet());
        count("undetermined", run.tally().undetermined());
    }

    private void count(String verdict, int cells) {
        meters.counter("lingpao.collection.cells", "verdict", verdict).increment(cells);
    }

    @Override
    public void waits(Run run, String reason) {
        LOG.warn("run {} of {} waits: {}", run.id(), run.campaignId(), reason);
        meters.counter("lingpao.collection.waits").increment();
    }
}
