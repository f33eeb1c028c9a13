package cn.lingpao.scoring.adapter.kafka;

import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.Topic;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.scoring.application.VerdictLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics of verdicts and awards from their first message, which they keep for ever. */
public final class KafkaVerdictLog implements VerdictLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaVerdictLog.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MOST_SILENT_POLLS = 10;
    private static final int PATIENCE_MS = 10_000;

    private final Map<String, Object> settings;

    /** @param consumers settings of a consumer; it joins no group */
    public KafkaVerdictLog(Map<String, Object> consumers) {
        settings = new HashMap<>(consumers);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    }

    @Override
    public void read(
            String campaignId,
            java.util.function.Consumer<VerdictReached> verdicts,
            java.util.function.Consumer<CaseAwarded> awards) {
        String ours = campaignId + "/";
        EventDeserializer events = new EventDeserializer();
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int silent = 0;
            while (isBehind(consumer, ends)) {
                ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
                silent = messages.isEmpty() ? silent + 1 : 0;
                if (silent == MOST_SILENT_POLLS) {
                    throw new TimeoutException("nothing more of the log was handed over");
                }
                for (ConsumerRecord<String, byte[]> message : messages) {
                    if (message.key() != null && message.key().startsWith(ours)) {
                        take(events, message, verdicts, awards);
                    }
                }
            }
        } catch (KafkaException away) {
            throw new NotReadable("the log of verdicts does not answer: ask again in a moment", away);
        }
    }

    /** What is no event is left out: the topology has put it into its dead letters. */
    private static void take(
            EventDeserializer events,
            ConsumerRecord<String, byte[]> message,
            java.util.function.Consumer<VerdictReached> verdicts,
            java.util.function.Consumer<CaseAwarded> awards) {
        try {
            Event<?> event = events.deserialize(message.topic(), message.headers(), message.value());
            if (event != null && event.data() instanceof VerdictReached verdict) {
                verdicts.accept(verdict);
            } else if (event != null && event.data() instanceof CaseAwarded award) {
                awards.accept(award);
            }
        } catch (SerializationException malformed) {
            LOG.debug("{}@{} is left out", message.topic(), message.offset(), malformed);
        }
    }

    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return Stream.of(Topic.VERDICT, Topic.AWARD)
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
