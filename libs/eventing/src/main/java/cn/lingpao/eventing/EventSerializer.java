package cn.lingpao.eventing;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.ZoneOffset;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes an event as a CloudEvent in Kafka's binary mode. */
public final class EventSerializer implements Serializer<Event<?>> {

    private final CloudEventSerializer envelopes = new CloudEventSerializer();

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Event<?> event) {
        return serialize(topic, new RecordHeaders(), event);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Event<?> event) {
        return event == null ? null : serialize(topic, headers, event, EventJson.write(event.data()));
    }

    /** Writes an event whose data was written before, with {@link EventJson#write}. */
    public byte @Nullable [] serialize(String topic, Headers headers, Event<?> event, byte[] json) {
        dropEnvelope(headers);
        return envelopes.serialize(
                topic,
                headers,
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withSource(URI.create(event.source()))
                        .withType(event.type().wireName())
                        .withSubject(event.key())
                        .withTime(event.time().atOffset(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .withData(json)
                        .build());
    }

    /** A record that is passed on still carries the envelope it came in. */
    private static void dropEnvelope(Headers headers) {
        for (Header header : headers.toArray()) {
            if (header.key().startsWith("ce_") || header.key().equals("content-type")) {
                headers.remove(header.key());
            }
        }
    }
}
