package cn.lingpao.cli.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The few things that are asked of the broker; a broker that does not answer is a sentence. */
final class Kafka implements AutoCloseable {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "request.timeout.ms",
            5_000,
            "default.api.timeout.ms",
            15_000,
            "max.block.ms",
            15_000,
            "delivery.timeout.ms",
            15_000,
            "max.request.size",
            16 << 20,
            "acks",
            "all",
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false);

    private final Map<String, Object> settings;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param given settings of Kafka's clients, at least {@code bootstrap.servers} */
    Kafka(Map<String, Object> given) {
        settings = new HashMap<>(DEFAULTS);
        settings.putAll(given);
        try {
            admin = Admin.create(settings);
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException wrong) {
            Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
            throw new DeadLetterFailure(address() + ": " + cause.getMessage());
        }
    }

    List<String> topics() {
        return get(admin.listTopics().names()).stream().sorted().toList();
    }

    boolean isCompacted(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = get(admin.describeConfigs(List.of(resource)).values().get(resource));
        return config.get("cleanup.policy").value().contains("compact");
    }

    /** Shows the records of a partition, from an offset or the first that is left, up to those there are now. */
    void read(TopicPartition partition, long from, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> only = List.of(partition);
        try {
            consumer.assign(only);
            long first = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(only).getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(first, from));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader);
            }
        } catch (KafkaException failure) {
            throw sentence(failure);
        }
    }

    /** Returns when every in-sync replica has it. */
    void write(ProducerRecord<byte[], byte[]> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException failure) {
            throw sentence(failure.getCause());
        } catch (KafkaException failure) {
            throw sentence(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }

    private <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw sentence(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private DeadLetterFailure sentence(Throwable failure) {
        if (failure instanceof UnknownTopicOrPartitionException) {
            return new DeadLetterFailure("there is no such topic at " + address());
        }
        if (failure instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new DeadLetterFailure(
                    "Kafka at " + address() + " does not answer: " + failure.getMessage() + "; see 'lingpao status'");
        }
        return new DeadLetterFailure(address() + ": " + failure.getMessage());
    }

    private static DeadLetterFailure interrupted() {
        Thread.currentThread().interrupt();
        return new DeadLetterFailure("interrupted");
    }

    private Object address() {
        return settings.get("bootstrap.servers");
    }
}
