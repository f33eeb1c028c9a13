package cn.lingpao.load.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.lingpao.contracts.Topic;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic that the service writes what it accepts to, and follows into its store. */
final class ObservationLog implements AutoCloseable {

    static final String TOPIC = Topic.OBSERVATION.topicName();
    static final String GROUP = "data-collection";

    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.OBSERVATION.partitions())
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .toList();

    private final String bootstrapServers;
    private final Admin admin;

    ObservationLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    void declare(String topic, int partitions) {
        get(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all());
    }

    /** Throws away what the topic holds and how far anybody followed it. */
    void empty() {
        forgetGroup(GROUP);
        Map<TopicPartition, RecordsToDelete> everything = new HashMap<>();
        offsets(OffsetSpec.latest())
                .forEach((partition, end) -> everything.put(partition, RecordsToDelete.beforeOffset(end)));
        get(admin.deleteRecords(everything).all());
    }

    /** Makes a group that nobody is in any more begin again. */
    void forgetGroup(String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(failure.getCause());
            }
        }
    }

    /** How many records it holds. */
    long size() {
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        return offsets(OffsetSpec.latest()).entrySet().stream()
                .mapToLong(end -> end.getValue() - starts.get(end.getKey()))
                .sum();
    }

    /** Whether a group has committed everything. */
    boolean isFollowedBy(String group) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        return offsets(OffsetSpec.latest()).entrySet().stream().allMatch(end -> {
            OffsetAndMetadata position = committed.get(end.getKey());
            return (position == null ? starts.get(end.getKey()) : position.offset()) >= end.getValue();
        });
    }

    /** Hands over everything that it holds. */
    void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
            while (PARTITIONS.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
        }
    }

    /** Some of its records, each with its key and its headers in front of its value: every byte that a producer sends. */
    List<byte[]> records(int most) {
        List<byte[]> records = new ArrayList<>();
        read(record -> {
            if (records.size() < most) {
                records.add(whole(record));
            }
        });
        return records;
    }

    private static byte[] whole(ConsumerRecord<String, byte[]> record) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(record.key().getBytes(UTF_8));
        for (Header header : record.headers()) {
            whole.writeBytes(header.key().getBytes(UTF_8));
            whole.writeBytes(header.value());
        }
        whole.writeBytes(record.value());
        return whole.toByteArray();
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        PARTITIONS.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> found = new HashMap<>();
        get(admin.listOffsets(asked).all()).forEach((partition, info) -> found.put(partition, info.offset()));
        return found;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
