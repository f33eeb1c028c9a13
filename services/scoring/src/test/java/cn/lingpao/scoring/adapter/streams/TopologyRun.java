package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.eventing.EventSerializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in memory, without transactions, which the driver cannot show; what it told is kept as the topics would: the newest of each key. */
final class TopologyRun implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(2);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Map<String, String> sheets = new TreeMap<>();
    final Map<String, String> rankings = new TreeMap<>();
    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<String, Event<?>>> inputs = new HashMap<>();

    TopologyRun() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLettering.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLettering.class);
        config.put(DeadLettering.COUNTERS, new EventCounters(meters));
        Settling settling = new Settling(Duration.ofMillis(20), Duration.ofMillis(100), LIMIT);
        driver = new TopologyTestDriver(
                new ScoringTopology(settling, StoreKind.MEMORY, meters).build(), config, Demo.NOON);
        ScoringTopology.SOURCES.forEach(topic -> inputs.put(
                topic, driver.createInputTopic(topic.topicName(), new StringSerializer(), new EventSerializer())));
    }

    TopologyRun read(DomainEvent... events) {
        return read(List.of(events));
    }

    TopologyRun read(Collection<? extends DomainEvent> events) {
        for (DomainEvent data : events) {
            Event<?> event = Demo.event(data);
            TestInputTopic<String, Event<?>> input = inputs.get(event.type().topic());
            input.pipeInput(new TestRecord<>(event.key(), event, new RecordHeaders()));
        }
        return this;
    }

    void readRaw(Topic topic, String key, byte @Nullable [] bytes, Header... headers) {
        driver.createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, bytes, new RecordHeaders(headers)));
    }

    /** Lets everything settle; returns what was told, in order. */
    List<TestRecord<String, Event<?>>> settle() {
        driver.advanceWallClockTime(LIMIT.multipliedBy(2));
        return told();
    }

    List<TestRecord<String, Event<?>>> told() {
        List<TestRecord<String, Event<?>>> scored = tell(Topic.SCORE, sheets);
        List<TestRecord<String, Event<?>>> ranked = tell(Topic.RANKING, rankings);
        return Stream.concat(scored.stream(), ranked.stream()).toList();
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    private List<TestRecord<String, Event<?>>> tell(Topic topic, Map<String, String> newest) {
        var output = driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new EventDeserializer());
        List<TestRecord<String, Event<?>>> told = output.readRecordsToList();
        told.forEach(
                record -> newest.put(record.key(), EventJson.text(record.value().data())));
        return told;
    }

    List<TestRecord<byte[], byte[]>> deadLetters(Topic topic) {
        return driver.createOutputTopic(
                        topic.deadLetters("scoring"), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    TargetScored sheet(String target) {
        return newest(sheets, target, TargetScored.class);
    }

    ListRanked ranking(String list) {
        return newest(rankings, list, ListRanked.class);
    }

    /** One campaign a run, so the id within it is enough. */
    private static <T extends DomainEvent> T newest(Map<String, String> told, String id, Class<T> type) {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + id))
                .map(entry -> EventJson.read(entry.getValue().getBytes(StandardCharsets.UTF_8), type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was told of " + id));
    }

    double count(String meter, Topic topic) {
        return meters.counter(meter, "topic", topic.topicName()).count();
    }

    @Override
    public void close() {
        driver.close();
    }
}
