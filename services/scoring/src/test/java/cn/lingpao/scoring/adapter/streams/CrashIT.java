package cn.lingpao.scoring.adapter.streams;

import static cn.lingpao.scoring.adapter.streams.Demo.award;
import static cn.lingpao.scoring.adapter.streams.Demo.campaign;
import static cn.lingpao.scoring.adapter.streams.Demo.framework;
import static cn.lingpao.scoring.adapter.streams.Demo.number;
import static cn.lingpao.scoring.adapter.streams.Demo.target;
import static cn.lingpao.scoring.adapter.streams.Demo.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.eventing.EventSerializer;
import cn.lingpao.testsupport.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever step it stops at, and whoever goes on: what is told in the end has the same bytes, and nothing is told twice. */
class CrashIT {

    private static final int PLACES = 24;
    private static final int FAILURES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path data;

    private final TestBroker broker = TestBroker.start();
    private final KafkaProducer<String, Event<?>> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new EventSerializer());
    private final List<ScoringStreams> running = new ArrayList<>();

    @AfterEach
    void close() {
        producer.close();
        running.forEach(ScoringStreams::stop);
        broker.close();
    }

    @Test
    void a_crash_between_any_two_steps_changes_nothing_that_is_told() {
        FailingStores stores = new FailingStores(37, FAILURES);
        start("one", stores);
        List<DomainEvent> facts = facts();

        for (DomainEvent fact : facts) {
            publish(List.of(fact));
        }

        awaitTheSameAs(facts);
        assertThat(stores.failures).hasValue(FAILURES);
        assertNothingIsToldTwice();
    }

    @Test
    void instances_that_come_and_go_under_load_change_nothing_that_is_told() {
        List<DomainEvent> facts = facts();
        int third = facts.size() / 3;
        ScoringStreams one = start("one", StoreKind.ROCKSDB);
        publish(facts.subList(0, third));
        await().atMost(PATIENCE).until(() -> !told().isEmpty());

        start("two", StoreKind.ROCKSDB);
        publish(facts.subList(third, 2 * third));
        one.stop();
        publish(facts.subList(2 * third, facts.size()));

        awaitTheSameAs(facts);
        start("one", StoreKind.ROCKSDB);
        List<DomainEvent> last = List.of(verdict("place-1", "reach.items", 9, number(5_000)));
        publish(last);
        awaitTheSameAs(Stream.concat(facts.stream(), last.stream()).toList());
        assertNothingIsToldTwice();
    }

    @Test
    void what_is_read_again_from_the_beginning_has_the_same_bytes() {
        List<DomainEvent> facts = facts();
        publish(facts);
        ScoringStreams first = start("one", StoreKind.ROCKSDB);
        awaitTheSameAs(facts);
        List<ConsumerRecord<String, Event<?>>> before = told();
        first.stop();

        start("again", "scoring-anew", StoreKind.MEMORY);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(newest(toldSince(before))).isEqualTo(newest(before)));
    }

    private List<ConsumerRecord<String, Event<?>>> toldSince(List<ConsumerRecord<String, Event<?>>> before) {
        Map<TopicPartition, Long> last = new HashMap<>();
        before.forEach(record -> last.put(new TopicPartition(record.topic(), record.partition()), record.offset()));
        return told().stream()
                .filter(record -> record.offset()
                        > last.getOrDefault(new TopicPartition(record.topic(), record.partition()), -1L))
                .toList();
    }

    private ScoringStreams start(String instance, StateStores stores) {
        return start(instance, "scoring-crash", stores);
    }

    private ScoringStreams start(String instance, String applicationId, StateStores stores) {
        StreamsSettings settings = new StreamsSettings(
                applicationId,
                instance,
                data.resolve(instance),
                StoreKind.MEMORY,
                0,
                2,
                Duration.ofMillis(50),
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                Duration.ofMillis(20),
                Duration.ofSeconds(1));
        Map<String, Object> kafka = new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
        ScoringStreams streams = new ScoringStreams(settings, stores, kafka, new SimpleMeterRegistry());
        streams.start();
        running.add(streams);
        return streams;
    }

    private void publish(List<? extends DomainEvent> facts) {
        for (DomainEvent fact : facts) {
            Event<?> event = Demo.event(fact);
            producer.send(new ProducerRecord<>(event.topic(), event.key(), event));
        }
        producer.flush();
    }

    private void awaitTheSameAs(List<DomainEvent> facts) {
        try (TopologyRun undisturbed = new TopologyRun()) {
            undisturbed.read(facts).settle();
            Map<String, String> expected = new TreeMap<>();
            undisturbed.sheets.forEach((key, json) -> expected.put(Topic.SCORE.topicName() + " " + key, json));
            undisturbed.rankings.forEach((key, json) -> expected.put(Topic.RANKING.topicName() + " " + key, json));
            await().dontCatchUncaughtExceptions()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(newest(told())).isEqualTo(expected));
        }
    }

    private void assertNothingIsToldTwice() {
        Map<String, String> last = new HashMap<>();
        for (ConsumerRecord<String, Event<?>> record : told()) {
            String json = EventJson.text(record.value().data());
            assertThat(json)
                    .as("%s after the same", record.key())
                    .isNotEqualTo(last.put(record.topic() + " " + record.key(), json));
        }
        assertThat(told()).extracting(record -> record.value().id()).doesNotHaveDuplicates();
    }

    private List<ConsumerRecord<String, Event<?>>> told() {
        return Stream.of(Topic.SCORE, Topic.RANKING)
                .flatMap(topic -> broker.records(topic.topicName(), new EventDeserializer()).stream())
                .toList();
    }

    private static Map<String, String> newest(List<ConsumerRecord<String, Event<?>>> told) {
        Map<String, String> newest = new TreeMap<>();
        told.forEach(record -> newest.put(
                record.topic() + " " + record.key(),
                EventJson.text(record.value().data())));
        return newest;
    }

    /** Targets first, so that none of them moves; several verdicts on each cell; two groups. */
    private static List<DomainEvent> facts() {
        Random chance = new Random(8);
        List<DomainEvent> facts = new ArrayList<>(List.of(framework(), campaign()));
        for (int place = 0; place < PLACES; place++) {
            facts.add(target("place-" + place, place % 3 == 0 ? "city-2" : "city"));
        }
        for (long sequence = 1; sequence <= 3; sequence++) {
            for (int place = 0; place < PLACES; place++) {
                String id = "place-" + place;
                facts.add(verdict(
                        id, "basics.plan", sequence, chance.nextBoolean() ? ObservedValue.MET : ObservedValue.NOT_MET));
                facts.add(verdict(id, "reach.items", sequence, number(1 + chance.nextInt(1000))));
            }
        }
        facts.add(award("place-7", "case", 1, 5));
        return facts;
    }
}
