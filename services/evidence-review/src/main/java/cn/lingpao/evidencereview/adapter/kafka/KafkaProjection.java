package cn.lingpao.evidencereview.adapter.kafka;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.GroupProgress;
import cn.lingpao.evidencereview.application.NotReady;
import cn.lingpao.evidencereview.application.Projection;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Waits until our group has applied the log of observations. */
public final class KafkaProjection implements Projection {

    private final GroupProgress progress;
    private final Duration patience;

    public KafkaProjection(Admin admin, Duration patience) {
        this.progress = new GroupProgress(admin, Topic.OBSERVATION, ObservationListener.GROUP);
        this.patience = patience;
    }

    @Override
    public void awaitEndOfLog() {
        try {
            progress.awaitEnd(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReady("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NotReady("the review has not followed the log of observations yet", failure);
        }
    }
}
