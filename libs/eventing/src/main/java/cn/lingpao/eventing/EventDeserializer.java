package cn.lingpao.eventing;

import cn.lingpao.contracts.EventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a CloudEvent in Kafka's binary mode; whatever is none is a {@link SerializationException}. */
public final class EventDeserializer implements Deserializer<Event<?>> {

    private final CloudEventDeserializer envelopes = new CloudEventDeserializer();

    @Override
    public Event<?> deserialize(String topic, byte @Nullable [] data) {
        throw new SerializationException("a CloudEvent in binary mode needs the record's headers");
    }

    @Override
    public @Nullable Event<?> deserialize(String topic, Headers headers, byte @Nullable [] data) {
        return data == null ? null : read(envelope(topic, headers, data));
    }

    private CloudEvent envelope(String topic, Headers headers, byte[] data) {
        try {
            return envelopes.deserialize(topic, headers, data);
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException malformed) {
            throw new SerializationException("not a CloudEvent: " + malformed.getMessage(), malformed);
        }
    }

    private static Event<?> read(CloudEvent envelope) {
        EventType type = EventType.named(envelope.getType())
                .orElseThrow(() -> new SerializationException("unknown event type " + envelope.getType()));
        CloudEventData data = envelope.getData();
        if (data == null || envelope.getTime() == null) {
            throw new SerializationException("event " + envelope.getId() + " has no data or no time");
        }
        return new Event<>(
                envelope.getId(),
                envelope.getSource().toString(),
                envelope.getTime().toInstant(),
                EventJson.read(data.toBytes(), type.record()));
    }
}
