package cn.lingpao.evidencereview.adapter.kafka;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Behind;
import cn.lingpao.eventing.GroupProgress;
import cn.lingpao.evidencereview.application.NotReady;
import cn.lingpao.evidencereview.application.Projection;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until our group has applied the log of observations. */
public final class KafkaProjection implements Projection {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaProjection.class);

    private final GroupProgress progress;
    private final Duration patience;
    private final Duration courtesy;

    /**
     * @param patience how long work waits that must not go on without
     * @param courtesy how long counting waits
     */
    public KafkaProjection(Admin admin, Duration patience, Duration courtesy) {
        this.progress = new GroupProgress(admin, Topic.OBSERVATION, ObservationListener.GROUP);
        this.patience = patience;
        this.courtesy = courtesy;
    }

    @Override
    public void awaitEndOfLog() {
        try {
            progress.awaitEnd(patience);
        } catch (Behind behind) {
            throw new NotReady("the review has not followed the log of observations yet", behind);
        }
    }

    /** An outage shortens the wait; whoever counts then counts what is there. */
    @Override
    public void followForAWhile() {
        try {
            progress.awaitEnd(courtesy);
        } catch (Behind late) {
            LOG.debug("counting before the log was followed", late);
        }
    }
}
