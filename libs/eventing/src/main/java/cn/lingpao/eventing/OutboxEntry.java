package cn.lingpao.eventing;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event that waits in its aggregate's document until Kafka has it.
 *
 * @param type the event's name on the wire
 * @param data the event as JSON
 */
public record OutboxEntry(String id, String type, Instant time, String data) {

    public static OutboxEntry of(String id, Instant time, DomainEvent event) {
        return new OutboxEntry(id, EventType.of(event).wireName(), time, EventJson.text(event));
    }

    Event<?> event(String source) {
        EventType known = EventType.named(type).orElseThrow(() -> new IllegalStateException("unknown type " + type));
        return new Event<>(id, source, time, EventJson.read(data.getBytes(StandardCharsets.UTF_8), known.record()));
    }
}
