package cn.lingpao.publication.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.eventing.EventCounters;
import cn.lingpao.publication.Garden;
import cn.lingpao.publication.RunningPublication;
import cn.lingpao.publication.StumblingScores;
import cn.lingpao.publication.application.Scores;
import cn.lingpao.testsupport.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** What becomes of a message of scoring: see the failure table in the README. */
class ScoreListenerIT {

    private static final String SCORES = "scoring.score.v1";

    private final RunningPublication service = RunningPublication.shared();
    private final Scores scores = service.bean(Scores.class);

    @Test
    void a_score_sheet_and_a_ranking_are_kept() {
        new Garden(service, "kept").settle();
        assertThat(scores.sheets("kept").get("aster").total()).isEqualByComparingTo("91.5");
        assertThat(scores.standings("kept").get("all").entries()).hasSize(5);
    }

    @Test
    void a_message_that_is_delivered_twice_changes_nothing_and_is_counted() {
        Garden garden = new Garden(service, "twice");
        service.tell(garden.sheet(Garden.PLANTS.getFirst()));
        soon().until(() -> scores.sheets("twice").containsKey("aster"));
        double before = repeated();
        ConsumerRecord<String, byte[]> delivered = last(SCORES, "twice/aster");
        redeliver(delivered);
        soon().until(() -> repeated() > before);
        assertThat(scores.sheets("twice").get("aster").total()).isEqualByComparingTo("91.5");
    }

    @Test
    void a_message_that_fails_for_a_while_is_tried_again() {
        StumblingScores.stumbleOver("basil-retried", 2);
        Garden garden = new Garden(service, "retried");
        service.tell(garden.sheet(new Garden.Plant("basil-retried", "12", 1, false)));
        soon().until(() -> scores.sheets("retried").containsKey("basil-retried"));
        assertThat(StumblingScores.left("basil-retried")).isZero();
    }

    @Test
    void a_message_that_keeps_failing_goes_to_the_dead_letters_and_blocks_nobody() {
        StumblingScores.stumbleOver("basil-failing", 1000);
        Garden garden = new Garden(service, "failing");
        service.tell(garden.sheet(new Garden.Plant("basil-failing", "12", 1, false)));
        service.tell(garden.sheet(new Garden.Plant("aster", "13", 1, false)));
        soon().until(() -> scores.sheets("failing").containsKey("aster"));
        soon().until(() -> deadLetter("failing/basil-failing").contains("stumbled over basil-failing"));
        assertThat(1000 - StumblingScores.left("basil-failing")).isGreaterThanOrEqualTo(3);
        assertThat(scores.sheets("failing")).doesNotContainKey("basil-failing");
    }

    @Test
    void a_malformed_message_goes_to_the_dead_letters_and_blocks_nobody() {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(SCORES, "malformed/x", "{no json".getBytes(StandardCharsets.UTF_8)));
        }
        service.tell(new Garden(service, "malformed").sheet(Garden.PLANTS.getFirst()));
        soon().until(() -> scores.sheets("malformed").containsKey("aster"));
        soon().until(() -> !deadLetter("malformed/x").isEmpty());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private double repeated() {
        assertThat(service.bean(EventCounters.class)).isNotNull();
        var counter = service.bean(MeterRegistry.class)
                .find("lingpao.events.repeated")
                .tag("topic", SCORES)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    /** Hands the listener a record as Kafka would after a crash between the write and the commit. */
    private void redeliver(ConsumerRecord<String, byte[]> record) {
        var event = new cn.lingpao.eventing.EventDeserializer()
                .deserialize(record.topic(), record.headers(), record.value());
        ConsumerRecord<String, cn.lingpao.eventing.Event<?>> again =
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.key(), event);
        service.bean(ScoreListener.class).on(List.of(again));
    }

    private String deadLetter(String key) {
        for (ConsumerRecord<String, byte[]> record : all(SCORES + ".publication.dlt")) {
            if (record.key().equals(key)) {
                StringBuilder cause = new StringBuilder();
                record.headers().forEach(header -> cause.append(new String(header.value(), StandardCharsets.UTF_8)));
                return cause.toString();
            }
        }
        return "";
    }

    private ConsumerRecord<String, byte[]> last(String topic, String key) {
        return all(topic).stream()
                .filter(record -> record.key().equals(key))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static List<ConsumerRecord<String, byte[]>> all(String topic) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
