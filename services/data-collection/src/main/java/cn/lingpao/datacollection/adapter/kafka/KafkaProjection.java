package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.Topic;
import cn.lingpao.datacollection.application.NotReady;
import cn.lingpao.datacollection.application.Projection;
import cn.lingpao.eventing.Behind;
import cn.lingpao.eventing.GroupProgress;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;

/** Waits until our group has applied the log of observations; the intake asks for that once after a start. */
public final class KafkaProjection implements Projection {

    private final GroupProgress progress;
    private final Duration patience;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean reached;

    public KafkaProjection(Admin admin, Duration patience) {
        this.progress = new GroupProgress(admin, Topic.OBSERVATION, LogListener.GROUP);
        this.patience = patience;
    }

    @Override
    public void awaitStartOfIntake() {
        if (reached) {
            return;
        }
        oneAtATime.lock();
        try {
            if (!reached) {
                awaitEndOfLog();
                reached = true;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void awaitEndOfLog() {
        try {
            progress.awaitEnd(patience);
        } catch (Behind behind) {
            throw new NotReady("the store has not caught up with the log of observations yet", behind);
        }
    }
}
