package cn.lingpao.testsupport;

import cn.lingpao.contracts.Topic;
import cn.lingpao.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker for tests, with every topic of the contracts and its dead-letter topics declared. */
public final class TestBroker implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final Path folder;

    private TestBroker(EmbeddedBroker broker, Path folder) {
        this.broker = broker;
        this.folder = folder;
    }

    /** The broker all tests of this JVM share; records of other tests are in its topics, so use ids of your own. */
    public static TestBroker shared() {
        return Shared.BROKER;
    }

    /** A broker of its own, empty; close it. */
    public static TestBroker start() {
        Path folder = TemporaryFolder.create("broker");
        var broker = new TestBroker(EmbeddedBroker.start(folder, 0, 0), folder);
        broker.declareTopics();
        return broker;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Puts a text on the first partition of a topic. */
    public void send(String topic, String key, String value) {
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            await(producer.send(new ProducerRecord<>(topic, 0, key, value)));
        }
    }

    /** Everything that a topic holds by now and that is committed, in the order of each partition. */
    public <T> List<ConsumerRecord<String, T>> records(String topic, Deserializer<T> values) {
        List<ConsumerRecord<String, T>> records = new ArrayList<>();
        Map<String, Object> committed =
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(committed, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        broker.close();
        TemporaryFolder.delete(folder);
    }

    private void declareTopics() {
        List<NewTopic> topics =
                Stream.of(Topic.values()).flatMap(TestBroker::declarations).toList();
        try (var admin = Admin.create(client())) {
            await(admin.createTopics(topics).all());
            await(admin.listOffsets(ends(topics)).all());
        }
    }

    /** Only a partition that has a leader knows its end; what is sent to it earlier may be taken out of sequence. */
    private static Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    private static void await(Future<?> outcome) {
        try {
            outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Stream<NewTopic> declarations(Topic topic) {
        String cleanup = topic.cleanup() == Topic.Cleanup.COMPACT ? "compact" : "delete";
        var declared = new NewTopic(topic.topicName(), topic.partitions(), (short) 1);
        return Stream.concat(
                Stream.of(declared.configs(Map.of("cleanup.policy", cleanup))),
                topic.groups().stream().map(group -> new NewTopic(topic.deadLetters(group), 1, (short) 1)));
    }

    private static final class Shared {

        static final TestBroker BROKER = startForThisJvm();

        private static TestBroker startForThisJvm() {
            TestBroker broker = start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        }
    }
}
