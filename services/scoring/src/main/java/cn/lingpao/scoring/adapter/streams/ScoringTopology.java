package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventSerializer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From facts by target, over facts by scoring group, to score sheets and rankings. */
final class ScoringTopology {

    /**
     * What scores depend on. Verdicts, awards and targets share their key and their number of partitions, so one task
     * sees all of a target; frameworks and campaigns have one partition, so one task sees all of them.
     */
    static final List<Topic> SOURCES =
            List.of(Topic.FRAMEWORK, Topic.CAMPAIGN, Topic.TARGET, Topic.VERDICT, Topic.AWARD);

    private final Settling settling;
    private final StoreKind stores;
    private final EventCounters counters;
    private final ScoringMeters meters;
    private final Serde<Event<?>> events = Serdes.serdeFrom(new EventSerializer(), new EventDeserializer());

    ScoringTopology(Settling settling, StoreKind stores, MeterRegistry registry) {
        this.settling = settling;
        this.stores = stores;
        this.counters = new EventCounters(registry);
        this.meters = new ScoringMeters(registry);
    }

    Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        Stream.of(
                        store(Intake.STORE, Filed.class),
                        store(GroupScorer.FACTS, GroupFact.class),
                        store(GroupScorer.STATUS, GroupStatus.class).withCachingEnabled(),
                        store(GroupScorer.TOLD, Told.class))
                .forEach(builder::addStateStore);
        builder.stream(topics(), Consumed.with(Serdes.String(), events).withName("sources"))
                .process(() -> new Intake(counters), Named.as("intake"), Intake.STORE)
                .repartition(Repartitioned.with(Serdes.String(), new JsonSerde<>(GroupChange.class))
                        .withName("by-group"))
                .process(
                        () -> new GroupScorer(settling, meters),
                        Named.as("group"),
                        GroupScorer.FACTS,
                        GroupScorer.STATUS,
                        GroupScorer.TOLD)
                .to((key, event, context) -> event.topic(), Produced.with(Serdes.String(), events));
        return builder.build();
    }

    static Set<String> topics() {
        return SOURCES.stream().map(Topic::topicName).collect(Collectors.toUnmodifiableSet());
    }

    private <T> StoreBuilder<?> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(stores.named(name), Serdes.String(), new JsonSerde<>(type));
    }
}
