package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.EventCounters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Runs the topology as long as the application runs, and says how it is. A thread that fails is replaced. */
public final class ScoringStreams implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ScoringStreams.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LARGEST_MESSAGE = String.valueOf(8 << 20);

    private final StreamsSettings settings;
    private final StateStores stores;
    private final Map<String, Object> kafka;
    private final MeterRegistry registry;
    private volatile @Nullable KafkaStreams running;
    private volatile @Nullable KafkaStreamsMetrics metrics;

    /** @param kafka brokers and security of the clients */
    public ScoringStreams(StreamsSettings settings, Map<String, Object> kafka, MeterRegistry registry) {
        this(settings, settings.store(), kafka, registry);
    }

    ScoringStreams(StreamsSettings settings, StateStores stores, Map<String, Object> kafka, MeterRegistry registry) {
        this.settings = settings;
        this.stores = stores;
        this.kafka = kafka;
        this.registry = registry;
    }

    @Override
    public void start() {
        requireCoPartitioned();
        Settling settling = new Settling(settings.tick(), settings.commitInterval(), settings.limit());
        KafkaStreams streams = new KafkaStreams(new ScoringTopology(settling, stores, registry).build(), properties());
        streams.setUncaughtExceptionHandler(this::replace);
        KafkaStreamsMetrics bound = new KafkaStreamsMetrics(streams);
        bound.bindTo(registry);
        metrics = bound;
        running = streams;
        streams.start();
    }

    private StreamThreadExceptionResponse replace(Throwable failure) {
        LOG.error("a thread of the scoring topology failed and is replaced", failure);
        registry.counter("lingpao.scoring.thread.failures").increment();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    @Override
    public void stop() {
        KafkaStreamsMetrics bound = metrics;
        KafkaStreams streams = running;
        running = null;
        if (bound != null) {
            bound.close();
        }
        if (streams != null) {
            streams.close(PATIENCE);
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public Health health() {
        KafkaStreams streams = running;
        if (streams == null) {
            return Health.down().withDetail("state", "STOPPED").build();
        }
        KafkaStreams.State state = streams.state();
        return (state.isRunningOrRebalancing() ? Health.up() : Health.down())
                .withDetail("state", state.name())
                .build();
    }

    /** One task reads all of a target only while its topics are cut the same way. */
    private void requireCoPartitioned() {
        try (Admin admin = Admin.create(kafka)) {
            Set<Integer> partitions = admin
                    .describeTopics(
                            Set.of(Topic.TARGET.topicName(), Topic.VERDICT.topicName(), Topic.AWARD.topicName()))
                    .allTopicNames()
                    .get()
                    .values()
                    .stream()
                    .map(topic -> topic.partitions().size())
                    .collect(Collectors.toSet());
            if (partitions.size() != 1) {
                throw new IllegalStateException("verdicts, awards and targets must have the same number of partitions");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were checked", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "the topics of scoring cannot be read: "
                            + failure.getCause().getMessage(),
                    failure);
        }
    }

    private Properties properties() {
        Properties config = new Properties();
        config.putAll(kafka);
        Map<String, Object> own = new HashMap<>();
        own.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        own.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        own.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        own.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        own.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        own.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheBytes());
        own.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        own.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLettering.class);
        own.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLettering.class);
        own.put(DeadLettering.COUNTERS, new EventCounters(registry));
        own.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                settings.transactionTimeout().toMillis());
        own.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        own.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_MESSAGE);
        own.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_MESSAGE);
        own.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        own.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instanceId());
        own.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                settings.sessionTimeout().toMillis());
        config.putAll(own);
        return config;
    }
}
