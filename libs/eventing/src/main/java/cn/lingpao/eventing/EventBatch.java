package cn.lingpao.eventing;

import cn.lingpao.contracts.DomainEvent;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;

/**
 * Hands a polled batch to an idempotent handler so that one bad message never takes its neighbours along: what stands
 * before it is done, it alone goes to the error handler, the rest is delivered again.
 */
public final class EventBatch {

    private static final LogAccessor LOG = new LogAccessor(EventBatch.class);

    private EventBatch() {}

    /**
     * @param handler is called with the whole batch; after a failure that is no outage, with one record at a time
     */
    public static void deliver(
            List<ConsumerRecord<String, Event<?>>> records, Consumer<List<ConsumerRecord<String, Event<?>>>> handler) {
        int readable = firstMalformed(records);
        if (readable > 0) {
            deliverReadable(records.subList(0, readable), handler);
        }
        if (readable < records.size()) {
            throw new BatchListenerFailedException("malformed message", malformation(records.get(readable)), readable);
        }
    }

    private static void deliverReadable(
            List<ConsumerRecord<String, Event<?>>> records, Consumer<List<ConsumerRecord<String, Event<?>>>> handler) {
        try {
            handler.accept(records);
        } catch (RuntimeException failure) {
            if (Outage.isCauseOf(failure)) {
                throw new BatchListenerFailedException("outage", failure, 0);
            }
            deliverSingly(records, handler);
        }
    }

    private static void deliverSingly(
            List<ConsumerRecord<String, Event<?>>> records, Consumer<List<ConsumerRecord<String, Event<?>>>> handler) {
        for (int index = 0; index < records.size(); index++) {
            try {
                handler.accept(records.subList(index, index + 1));
            } catch (RuntimeException failure) {
                throw new BatchListenerFailedException("message failed", failure, index);
            }
        }
    }

    private static int firstMalformed(List<ConsumerRecord<String, Event<?>>> records) {
        for (int index = 0; index < records.size(); index++) {
            if (records.get(index).value() == null) {
                return index;
            }
        }
        return records.size();
    }

    private static RuntimeException malformation(ConsumerRecord<String, Event<?>> record) {
        DeserializationException found =
                SerializationUtils.getExceptionFromHeader(record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, LOG);
        return found != null ? found : new IllegalArgumentException("a tombstone has no meaning on " + record.topic());
    }

    /** The events of a kind in a batch, in order. */
    public static <T extends DomainEvent> List<T> of(Class<T> type, List<ConsumerRecord<String, Event<?>>> records) {
        return records.stream()
                .map(record -> record.value().data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
