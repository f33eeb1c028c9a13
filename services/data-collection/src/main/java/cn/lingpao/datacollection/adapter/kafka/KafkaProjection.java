package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.Topic;
import cn.lingpao.datacollection.application.NotReady;
import cn.lingpao.datacollection.application.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Compares what our group has committed with the ends of the log; a commit follows the write to the store. */
public final class KafkaProjection implements Projection {

    private static final String TOPIC = Topic.OBSERVATION.topicName();
    private static final long PAUSE_MILLIS = 50;

    private final Admin admin;
    private final Duration patience;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean reached;

    public KafkaProjection(Admin admin, Duration patience) {
        this.admin = admin;
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
                follow();
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

    private void follow() throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        while (!committed(starts, ends)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("not caught up within " + patience);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean committed(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(LogListener.GROUP)
                .partitionsToOffsetAndMetadata()
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata position = committed.get(end.getKey());
            long applied = position == null ? starts.getOrDefault(end.getKey(), 0L) : position.offset();
            return applied >= end.getValue();
        });
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = admin
                .describeTopics(List.of(TOPIC))
                .allTopicNames()
                .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                .get(TOPIC)
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(asked).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }
}
