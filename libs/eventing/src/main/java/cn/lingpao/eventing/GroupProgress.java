package cn.lingpao.eventing;

import cn.lingpao.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a consumer group has come on a topic. A group commits after it has written: what is committed is applied. */
public final class GroupProgress {

    private static final long PAUSE_MILLIS = 20;

    private final Admin admin;
    private final String topic;
    private final String group;

    public GroupProgress(Admin admin, Topic topic, String group) {
        this.admin = admin;
        this.topic = topic.topicName();
        this.group = group;
    }

    /**
     * Returns when the group has applied everything that the topic held at the call.
     *
     * @throws Behind when that takes longer than {@code patience} or the broker does not answer
     */
    public void awaitEnd(Duration patience) {
        try {
            follow(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Behind(group + " was interrupted as it followed " + topic, interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new Behind(group + " has not followed " + topic + " within " + patience, failure);
        }
    }

    private void follow(Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest(), patience);
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest(), patience);
        while (!applied(starts, ends, patience)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean applied(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata position = committed.get(end.getKey());
            long reached = position == null ? starts.getOrDefault(end.getKey(), 0L) : position.offset();
            return reached >= end.getValue();
        });
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                .get(topic)
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(asked).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }
}
