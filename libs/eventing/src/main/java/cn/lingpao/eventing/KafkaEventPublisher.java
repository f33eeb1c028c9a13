package cn.lingpao.eventing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.micrometer.KafkaRecordSenderContext;
import org.springframework.kafka.support.micrometer.KafkaTemplateObservation;
import org.springframework.kafka.support.micrometer.KafkaTemplateObservation.DefaultKafkaTemplateObservationConvention;

/**
 * Publishes to the topics that the table of contracts names for the events. What is published together is one
 * observation and one acknowledgement; every record carries its trace.
 */
final class KafkaEventPublisher implements EventPublisher {

    private final ProducerFactory<String, Event<?>> producers;
    private final ObservationRegistry observations;

    KafkaEventPublisher(ProducerFactory<String, Event<?>> producers, ObservationRegistry observations) {
        this.producers = producers;
        this.observations = observations;
    }

    @Override
    public CompletableFuture<Void> publish(List<? extends Event<?>> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        ProducerRecord<String, Event<?>> first = record(events.getFirst(), null);
        Observation sending = KafkaTemplateObservation.TEMPLATE_OBSERVATION
                .observation(
                        null,
                        DefaultKafkaTemplateObservationConvention.INSTANCE,
                        () -> new KafkaRecordSenderContext(first, "eventPublisher", () -> null),
                        observations)
                .start();
        Header[] trace = first.headers().toArray();
        Acknowledgement all = new Acknowledgement(events.size());
        try (Producer<String, Event<?>> producer = producers.createProducer()) {
            for (Event<?> event : events) {
                send(producer, record(event, trace), all);
            }
        }
        return all.future.whenComplete((nothing, failure) -> {
            if (failure != null) {
                sending.error(failure);
            }
            sending.stop();
        });
    }

    private static void send(
            Producer<String, Event<?>> producer, ProducerRecord<String, Event<?>> record, Callback acknowledged) {
        try {
            producer.send(record, acknowledged);
        } catch (RuntimeException refused) {
            acknowledged.onCompletion(null, refused);
        }
    }

    private static ProducerRecord<String, Event<?>> record(Event<?> event, Header @Nullable [] trace) {
        return new ProducerRecord<>(event.topic(), null, event.key(), event, trace == null ? null : List.of(trace));
    }

    /** Counts what is acknowledged; the first failure is told when the last record has its answer. */
    private static final class Acknowledgement implements Callback {

        private final CompletableFuture<Void> future = new CompletableFuture<>();
        private final AtomicInteger open;
        private volatile @Nullable Exception failed;

        Acknowledgement(int records) {
            open = new AtomicInteger(records);
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata place, @Nullable Exception failure) {
            if (failure != null) {
                failed = failure;
            }
            if (open.decrementAndGet() == 0) {
                if (failed == null) {
                    future.complete(null);
                } else {
                    future.completeExceptionally(failed);
                }
            }
        }
    }
}
