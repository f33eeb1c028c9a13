package cn.lingpao.eventing;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a CloudEvent in Kafka's binary mode; whatever is none is a {@link SerializationException}. */
public final class EventDeserializer implements Deserializer<Event<?>> {

    @Override
    public Event<?> deserialize(String topic, byte @Nullable [] data) {
        throw new SerializationException("a CloudEvent in binary mode needs the record's headers");
    }

    @Override
    public @Nullable Event<?> deserialize(String topic, Headers headers, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        try {
            return KafkaMessageFactory.createReader(headers, data).read(version -> new Envelope());
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException malformed) {
            throw new SerializationException("not a CloudEvent: " + malformed.getMessage(), malformed);
        }
    }
}
