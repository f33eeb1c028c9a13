package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.Topic;
import cn.lingpao.datacollection.application.NotReady;
import cn.lingpao.datacollection.application.Projection;
import cn.lingpao.eventing.GroupProgress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits, once after a start, until our group has applied the log of observations as far as it then reached. */
public final class KafkaProjection implements Projection {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaProjection.class);

    private final GroupProgress progress;
    private final Duration patience;
    private final Duration courtesy;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean reached;

    /**
     * @param patience how long work waits that must not go on without
     * @param courtesy how long counting waits
     */
    public KafkaProjection(Admin admin, Duration patience, Duration courtesy) {
        this.progress = new GroupProgress(admin, Topic.OBSERVATION, LogListener.GROUP);
        this.patience = patience;
        this.courtesy = courtesy;
    }

    @Override
    public void awaitStartOfIntake() {
        if (reached) {
            return;
        }
        oneAtATime.lock();
        try {
            if (!reached) {
                progress.awaitEnd(patience);
                reached = true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReady("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NotReady("the store has not caught up with the log of observations yet", failure);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** An outage shortens the wait; whoever counts then counts what is there. */
    @Override
    public void followForAWhile() {
        try {
            progress.awaitEnd(courtesy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("counting before the log was followed", late);
        }
    }
}
