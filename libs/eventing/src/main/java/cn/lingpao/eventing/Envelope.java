package cn.lingpao.eventing;

import cn.lingpao.contracts.EventType;
import io.cloudevents.CloudEventData;
import io.cloudevents.rw.CloudEventContextWriter;
import io.cloudevents.rw.CloudEventWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Takes what the library reads of a message for an event of ours; every record of every topic passes here. */
final class Envelope implements CloudEventWriter<Event<?>> {

    private final Map<String, String> attributes = new HashMap<>();

    @Override
    public CloudEventContextWriter withContextAttribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    @Override
    public Event<?> end() {
        return end(null);
    }

    /** @throws SerializationException when an attribute or the data is missing or is none of ours */
    @Override
    public Event<?> end(@Nullable CloudEventData data) {
        EventType type = EventType.named(attribute("type"))
                .orElseThrow(() -> new SerializationException("unknown event type " + attributes.get("type")));
        if (data == null) {
            throw new SerializationException("event " + attribute("id") + " has no data");
        }
        return new Event<>(
                attribute("id"),
                attribute("source"),
                time(attribute("time")),
                EventJson.read(data.toBytes(), type.record()));
    }

    private String attribute(String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new SerializationException("not a CloudEvent of ours: it has no '" + name + "'");
        }
        return value;
    }

    private static Instant time(String text) {
        try {
            return InstantJson.read(text);
        } catch (DateTimeException unreadable) {
            throw new SerializationException("not a CloudEvent: time '" + text + "' is none", unreadable);
        }
    }
}
