package cn.lingpao.sitecollector.config;

import cn.lingpao.sitecollector.application.RunQueue;
import cn.lingpao.sitecollector.application.StartDueRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** When runs begin by themselves: what was left behind after a start, and what is due by the calendar. */
@EnableScheduling
class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final RunQueue queue;
    private final StartDueRuns startDueRuns;

    Schedule(RunQueue queue, StartDueRuns startDueRuns) {
        this.queue = queue;
        this.startDueRuns = startDueRuns;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        queue.resume();
    }

    @Scheduled(cron = "${lingpao.site-collector.cron}", zone = "Asia/Shanghai")
    void begin() {
        startDueRuns.start().forEach((campaign, result) -> LOG.info("scheduled run of {}: {}", campaign, result));
    }

    @Scheduled(cron = "${lingpao.site-collector.probe-cron}", zone = "Asia/Shanghai")
    void probe() {
        startDueRuns.startProbes().forEach((campaign, result) -> LOG.info("probes of {}: {}", campaign, result));
    }
}
