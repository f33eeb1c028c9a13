package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.eventing.EventJson;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.core.JacksonException;

/** Self-contained JSON for stores and internal topics: a changelog has no headers to lean on. */
record JsonSerde<T>(Class<T> type) implements Serde<T> {

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : EventJson.MAPPER.writeValueAsBytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private T read(byte[] bytes) {
        try {
            return EventJson.MAPPER.readValue(bytes, type);
        } catch (JacksonException malformed) {
            throw new SerializationException("not a " + type.getSimpleName(), malformed);
        }
    }
}
