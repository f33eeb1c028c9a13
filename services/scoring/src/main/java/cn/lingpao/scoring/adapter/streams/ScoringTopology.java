package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventSerializer;
import cn.lingpao.scoring.adapter.streams.state.GroupStatus;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import cn.lingpao.scoring.adapter.streams.state.Told;
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
    private final StateStores stores;
    private final EventCounters counters;
    private final ScoringMeters meters;
    private final Serde<TargetFile> files = new FlatSerde<>(TargetFile::bytes, TargetFile::of);
    private final Serde<GroupChange> changes = new ChangeSerde();
    private final Serde<Telling> tellings = Serdes.serdeFrom(new Telling.Writer(), (topic, bytes) -> {
        throw new UnsupportedOperationException("what is told is not read here");
    });
    private final Serde<Event<?>> events = Serdes.serdeFrom(new EventSerializer(), new EventDeserializer());

    ScoringTopology(Settling settling, StateStores stores, MeterRegistry registry) {
        this.settling = settling;
        this.stores = stores;
        this.counters = new EventCounters(registry);
        this.meters = new ScoringMeters(registry);
    }

    Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        Stream.of(
                        store(Intake.FILES, files),
                        store(Intake.REFERENCE, changes),
                        store(GroupScorer.FILES, files),
                        store(GroupScorer.REFERENCE, changes),
                        store(GroupScorer.STATUS, new FlatSerde<>(GroupStatus::bytes, GroupStatus::of)),
                        store(GroupScorer.TOLD, new FlatSerde<>(Told::bytes, Told::of)))
                .forEach(builder::addStateStore);
        builder.stream(topics(), Consumed.with(Serdes.String(), events).withName("sources"))
                .process(() -> new Intake(counters), Named.as("intake"), Intake.FILES, Intake.REFERENCE)
                .repartition(Repartitioned.with(Serdes.String(), changes).withName("by-group"))
                .process(
                        () -> new GroupScorer(settling, meters),
                        Named.as("group"),
                        GroupScorer.FILES,
                        GroupScorer.REFERENCE,
                        GroupScorer.STATUS,
                        GroupScorer.TOLD)
                .to((key, telling, context) -> telling.event().topic(), Produced.with(Serdes.String(), tellings));
        return builder.build();
    }

    static Set<String> topics() {
        return SOURCES.stream().map(Topic::topicName).collect(Collectors.toUnmodifiableSet());
    }

    /** Cached: what changes many times between two commits is written once. */
    private <T> StoreBuilder<?> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(stores.named(name), Serdes.String(), values)
                .withCachingEnabled();
    }
}
