package cn.lingpao.eventing;

import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes to the topic that the table of contracts names for the event. */
final class KafkaEventPublisher implements EventPublisher {

    private final KafkaTemplate<String, Event<?>> template;

    KafkaEventPublisher(KafkaTemplate<String, Event<?>> template) {
        this.template = template;
    }

    @Override
    public CompletableFuture<Void> publish(Event<?> event) {
        try {
            return template.send(event.topic(), event.key(), event).thenApply(sent -> null);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
