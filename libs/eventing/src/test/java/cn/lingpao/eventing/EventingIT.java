package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.Topic;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.embedded.EmbeddedBroker;
import cn.lingpao.embedded.EmbeddedStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.annotation.KafkaListener;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventingIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private EmbeddedBroker broker;
    private EmbeddedStore store;
    private ConfigurableApplicationContext context;
    private Recorder recorder;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, 0);
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        Topics.declare(Map.of("bootstrap.servers", broker.bootstrapServers()), (short) 1);
        context = new SpringApplication(Probe.class)
                .run(
                        "--spring.config.name=eventing-defaults",
                        "--spring.application.name=publication",
                        "--spring.main.web-application-type=none",
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.mongodb.uri=" + store.uri(),
                        "--spring.mongodb.database=eventing",
                        "--spring.mongodb.representation.uuid=standard",
                        "--spring.data.mongodb.representation.big-decimal=decimal128",
                        "--lingpao.eventing.first-back-off=10ms");
        recorder = context.getBean(Recorder.class);
    }

    @AfterAll
    void stop() {
        context.close();
        store.close();
        broker.close();
    }

    @Test
    void an_event_arrives_as_it_was_told() {
        Event<VerdictReached> told = Examples.event("arrives", Examples.verdict("arrives", 1));

        publisher().publishAll(List.of(told));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorder.seen("arrives")).containsExactly(told));
    }

    @Test
    void an_event_that_fails_by_itself_is_tried_three_times_and_dead_lettered_with_its_cause() {
        publisher().publishAll(List.of(Examples.event("poison", Examples.verdict("poison", 1))));

        ConsumerRecord<String, byte[]> dead = deadLetter(Topic.VERDICT.deadLetters("scoring"), "demo-2021/poison");
        assertThat(recorder.poisoned).hasValue(3);
        assertThat(header(dead, "kafka_dlt-exception-message")).contains("poison is refused");
        assertThat(header(dead, "ce_id")).isEqualTo("poison");
    }

    @Test
    void an_outage_is_waited_out_however_long() {
        publisher().publishAll(List.of(Examples.event("outage", Examples.verdict("outage", 1))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorder.seen("outage")).hasSize(1));
        assertThat(recorder.outages).hasValue(8);
    }

    @Test
    void a_malformed_message_goes_to_the_dead_letters_and_blocks_nobody() {
        raw(Topic.VERDICT.topicName(), "demo-2021/malformed", "no event at all");
        publisher().publishAll(List.of(Examples.event("behind", Examples.verdict("malformed", 1))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorder.seen("malformed")).hasSize(1));
        ConsumerRecord<String, byte[]> dead = deadLetter(Topic.VERDICT.deadLetters("scoring"), "demo-2021/malformed");
        assertThat(new String(dead.value(), StandardCharsets.UTF_8)).isEqualTo("no event at all");
    }

    @Test
    void in_a_batch_only_the_bad_ones_are_dead_lettered() {
        String topic = Topic.OBSERVATION.topicName();
        publisher().publishAll(List.of(Examples.event("b1", observation("b1"))));
        raw(topic, "demo-2021/batch", "broken");
        publisher()
                .publishAll(List.of(Examples.event("b2", observation("bad")), Examples.event("b3", observation("b3"))));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recorder.observed).contains("b1", "b3").doesNotContain("bad"));
        assertThat(new String(
                        deadLetter(Topic.OBSERVATION.deadLetters("evidence-review"), "demo-2021/batch")
                                .value(),
                        StandardCharsets.UTF_8))
                .contains("broken");
        await().atMost(SOON).untilAsserted(() -> assertThat(context.getBean(MeterRegistry.class)
                        .counter("lingpao.events.deadlettered", "topic", topic)
                        .count())
                .isEqualTo(2));
    }

    @Test
    void reference_data_published_before_a_refresh_is_visible_after_it() {
        ReferenceData reference = context.getBean(ReferenceData.class);
        raw(Topic.TARGET.topicName(), "demo-2021/broken", "no target");

        publisher()
                .publishAll(List.of(
                        Examples.event("c2", Examples.campaign("reference", 2)),
                        Examples.event("c1", Examples.campaign("reference", 1)),
                        Examples.event("t1", Examples.target("r01", 1))));
        reference.refresh();

        assertThat(reference.campaign("reference"))
                .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(2));
        assertThat(reference.target("demo-2021", "r01")).isPresent();
        assertThat(deadLetter(Topic.TARGET.deadLetters("publication"), "demo-2021/broken")
                        .value())
                .isEqualTo("no target".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_outbox_is_published_in_order_and_emptied() {
        MongoTemplate mongo = context.getBean(MongoTemplate.class);
        mongo.save(aggregate("outbox", 1, 2), "aggregates");

        assertThat(relay(mongo).relay(List.of("outbox"))).isTrue();

        await().atMost(SOON).untilAsserted(() -> assertThat(recorder.seen("outbox"))
                .extracting(Event::id)
                .containsExactly("outbox-1", "outbox-2"));
        assertThat(mongo.findById("outbox", Aggregate.class, "aggregates").outbox())
                .isEmpty();
    }

    @Test
    void what_a_crash_left_in_an_outbox_is_published_by_the_sweep() {
        MongoTemplate mongo = context.getBean(MongoTemplate.class);
        mongo.save(aggregate("crashed", 1), "aggregates");

        relay(mongo).sweep();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recorder.seen("crashed")).hasSize(1));
        assertThat(mongo.findById("crashed", Aggregate.class, "aggregates").outbox())
                .isEmpty();
    }

    private OutboxRelay relay(MongoTemplate mongo) {
        return new OutboxRelay(mongo, publisher(), "aggregates", "/test", new SimpleMeterRegistry());
    }

    private static Aggregate aggregate(String id, int... sequences) {
        return new Aggregate(
                id,
                java.util.Arrays.stream(sequences)
                        .mapToObj(sequence ->
                                OutboxEntry.of(id + "-" + sequence, Examples.AT, Examples.verdict(id, sequence)))
                        .toList());
    }

    private record Aggregate(String id, List<OutboxEntry> outbox) {}

    private static ObservationRecorded observation(String id) {
        ObservationRecorded example = Examples.all().stream()
                .filter(ObservationRecorded.class::isInstance)
                .map(ObservationRecorded.class::cast)
                .findFirst()
                .orElseThrow();
        return new ObservationRecorded(
                id,
                "demo-2021",
                "batch",
                example.groupId(),
                example.checkPointId(),
                null,
                example.value(),
                example.collector(),
                example.observedAt(),
                example.evidence(),
                example.recordedAt());
    }

    private EventPublisher publisher() {
        return context.getBean(EventPublisher.class);
    }

    private void raw(String topic, String key, String value) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private ConsumerRecord<String, byte[]> deadLetter(String topic, String key) {
        try (Consumer<String, byte[]> consumer = new org.apache.kafka.clients.consumer.KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, byte[]>> found = new CopyOnWriteArrayList<>();
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.stream().anyMatch(record -> key.equals(record.key()));
            });
            return found.stream()
                    .filter(record -> key.equals(record.key()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventingConfiguration.class)
    static class Probe {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    static class Recorder {

        final List<Event<?>> verdicts = new CopyOnWriteArrayList<>();
        final List<String> observed = new CopyOnWriteArrayList<>();
        final AtomicInteger poisoned = new AtomicInteger();
        final AtomicInteger outages = new AtomicInteger();

        @KafkaListener(topics = "review.verdict.v1", groupId = "scoring")
        void on(ConsumerRecord<String, Event<VerdictReached>> record) {
            switch (record.value().data().targetId()) {
                case "poison" -> {
                    poisoned.incrementAndGet();
                    throw new IllegalArgumentException("poison is refused");
                }
                case "outage" -> {
                    if (outages.incrementAndGet() < 8) {
                        throw new DataAccessResourceFailureException("the store is away");
                    }
                    verdicts.add(record.value());
                }
                default -> verdicts.add(record.value());
            }
        }

        @KafkaListener(
                topics = "collection.observation.v1",
                groupId = "evidence-review",
                containerFactory = "batchFactory")
        void on(List<ConsumerRecord<String, Event<?>>> records) {
            EventBatch.deliver(records, batch -> {
                List<String> ids = EventBatch.of(ObservationRecorded.class, batch).stream()
                        .map(ObservationRecorded::observationId)
                        .toList();
                if (ids.contains("bad")) {
                    throw new IllegalArgumentException("bad is refused");
                }
                observed.addAll(ids);
            });
        }

        List<Event<?>> seen(String targetId) {
            return verdicts.stream()
                    .filter(event -> ((VerdictReached) event.data()).targetId().equals(targetId))
                    .toList();
        }
    }
}
