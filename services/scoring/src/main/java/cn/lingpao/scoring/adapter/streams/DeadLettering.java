package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.EventCounters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Sends a message that cannot be read or processed to the dead-letter topic of its source, in the same transaction as
 * everything else, with the same headers that listeners give their dead letters. Failures of Kafka or of a store are no
 * fault of the message: they stop the thread, which starts again from its last commit.
 */
@NullUnmarked
public final class DeadLettering implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** Where the configuration holds the {@link EventCounters}; Streams makes its handlers by reflection. */
    static final String COUNTERS = "lingpao.event.counters";

    private static final String GROUP = "scoring";
    private static final Logger LOG = LoggerFactory.getLogger(DeadLettering.class);

    private EventCounters counters;

    @Override
    public void configure(Map<String, ?> configs) {
        counters = (EventCounters) configs.get(COUNTERS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        return isSource(context)
                ? DeserializationExceptionHandler.Response.resume(List.of(letter(context, failure)))
                : DeserializationExceptionHandler.Response.fail();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        return isSource(context) && context.sourceRawValue() != null && !(failure instanceof KafkaException)
                ? ProcessingExceptionHandler.Response.resume(List.of(letter(context, failure)))
                : ProcessingExceptionHandler.Response.fail();
    }

    private static boolean isSource(ErrorHandlerContext context) {
        return context.topic() != null && ScoringTopology.topics().contains(context.topic());
    }

    private ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, Exception failure) {
        LOG.warn(
                "{}-{}@{} goes to the dead letters: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                failure.getMessage());
        counters.deadLettered(context.topic());
        return new ProducerRecord<>(
                Topic.deadLetters(context.topic(), GROUP),
                null,
                context.sourceRawKey(),
                context.sourceRawValue(),
                headers(context, failure));
    }

    private static Headers headers(ErrorHandlerContext context, Exception failure) {
        Headers headers = new RecordHeaders(context.headers().toArray());
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, text(context.topic()));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(context.partition()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(context.offset()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_TIMESTAMP,
                ByteBuffer.allocate(Long.BYTES).putLong(context.timestamp()).array());
        headers.add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, text(GROUP));
        headers.add(KafkaHeaders.DLT_EXCEPTION_FQCN, text(failure.getClass().getName()));
        headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, text(String.valueOf(failure.getMessage())));
        return headers;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
