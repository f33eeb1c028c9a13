package cn.lingpao.eventing;

import cn.lingpao.contracts.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one way in which events become JSON and JSON becomes events: same input, same bytes. */
public final class EventJson {

    /** Properties in alphabetical order, no nulls, plain decimals, ISO instants; unknown properties are ignored. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private EventJson() {}

    public static byte[] write(DomainEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static String text(DomainEvent event) {
        return new String(write(event), StandardCharsets.UTF_8);
    }

    /**
     * @throws SerializationException when the bytes are no JSON, do not fit the record or lack what it must have
     */
    public static <T extends DomainEvent> T read(byte[] json, Class<T> type) {
        try {
            T event = MAPPER.readValue(json, type);
            requireComplete(event, type.getSimpleName());
            return event;
        } catch (JacksonException malformed) {
            throw new SerializationException(
                    "not a " + type.getSimpleName() + ": " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static void requireComplete(@Nullable Object value, String path) {
        if (value instanceof Record found) {
            for (RecordComponent component : found.getClass().getRecordComponents()) {
                requireComponent(found, component, path + "." + component.getName());
            }
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> requireComplete(item, path + "[]"));
        }
    }

    private static void requireComponent(Record owner, RecordComponent component, String path) {
        Object value = valueOf(owner, component);
        if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new SerializationException(path + " is missing");
        }
        requireComplete(value, path);
    }

    private static @Nullable Object valueOf(Record owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
