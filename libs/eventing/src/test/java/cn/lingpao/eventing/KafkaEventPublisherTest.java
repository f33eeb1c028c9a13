package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaEventPublisherTest {

    private static final String TRACE = "traceparent";

    private final MockProducer<String, Event<?>> producer =
            new MockProducer<>(false, null, new StringSerializer(), new EventSerializer()) {
                @Override
                public void close() {}
            };
    private final List<String> observed = new ArrayList<>();
    private final KafkaEventPublisher publisher = new KafkaEventPublisher(() -> producer, observing());

    @Test
    void events_are_acknowledged_when_the_last_one_is() {
        CompletableFuture<Void> acknowledged = publisher.publish(events("one", "two"));

        producer.completeNext();
        assertThat(acknowledged).isNotDone();
        producer.completeNext();
        assertThat(acknowledged).isCompleted();
    }

    @Test
    void one_that_is_refused_fails_them_all_once_the_others_are_answered() {
        CompletableFuture<Void> acknowledged = publisher.publish(events("one", "two"));

        producer.errorNext(new IllegalStateException("no space left"));
        assertThat(acknowledged).isNotDone();
        producer.completeNext();
        assertThat(acknowledged).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("no space");
    }

    @Test
    void what_is_published_together_is_observed_once_and_carries_one_trace() {
        publisher.publish(events("one", "two"));
        assertThat(observed).containsExactly("start");
        producer.completeNext();
        producer.completeNext();

        assertThat(observed).containsExactly("start", "stop");
        assertThat(producer.history()).hasSize(2).allSatisfy(record -> assertThat(
                        record.headers().headers(TRACE))
                .hasSize(1));
    }

    @Test
    void nothing_to_tell_is_told_at_once() {
        assertThat(publisher.publish(List.of())).isCompleted();
        assertThat(observed).isEmpty();
    }

    private static List<Event<?>> events(String... ids) {
        List<Event<?>> events = new ArrayList<>();
        for (String id : ids) {
            events.add(Examples.event(id, Examples.verdict(id, 1)));
        }
        return events;
    }

    private ObservationRegistry observing() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<SenderContext<Object>>() {
            @Override
            public void onStart(SenderContext<Object> sending) {
                observed.add("start");
                sending.getSetter().set(Objects.requireNonNull(sending.getCarrier()), TRACE, "00-1-2-01");
            }

            @Override
            public void onStop(SenderContext<Object> sending) {
                observed.add("stop");
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof SenderContext<?>;
            }
        });
        return registry;
    }
}
