package cn.lingpao.eventing;

import cn.lingpao.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;

/** Routes a message that cannot be processed to the dead-letter topic of its consumer, with the cause in its headers. */
final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final LogAccessor ACCESSOR = new LogAccessor(DeadLetters.class);

    private final DeadLetterPublishingRecoverer recoverer;
    private final EventCounters counters;

    private final Runnable closeProducer;

    DeadLetters(DeadLetterPublishingRecoverer recoverer, EventCounters counters, Runnable closeProducer) {
        this.recoverer = recoverer;
        this.counters = counters;
        this.closeProducer = closeProducer;
    }

    /** Where the dead letters of the current consumer go; {@code service} names one that reads without a group. */
    static TopicPartition destination(ConsumerRecord<?, ?> record, String service) {
        String group = KafkaUtils.getConsumerGroupId();
        return new TopicPartition(Topic.deadLetters(record.topic(), group == null ? service : group), 0);
    }

    void accept(ConsumerRecord<?, ?> record, @Nullable Exception cause) {
        LOG.warn(
                "{}-{}@{} goes to the dead letters: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                cause == null ? "unknown cause" : rootMessage(cause));
        recoverer.accept(record, null, cause);
        counters.deadLettered(record.topic());
    }

    void malformed(ConsumerRecord<?, ?> record) {
        DeserializationException cause = SerializationUtils.getExceptionFromHeader(
                record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, ACCESSOR);
        accept(record, cause == null ? new IllegalArgumentException("no value") : cause);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    @Override
    public void close() {
        closeProducer.run();
    }
}
