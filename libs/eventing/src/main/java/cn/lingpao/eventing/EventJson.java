package cn.lingpao.eventing;

import cn.lingpao.contracts.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Part::of).toList();
        }
    };

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
            for (Part part : PARTS.get(found.getClass())) {
                Object held = part.of(found);
                if (held == null && !part.optional()) {
                    throw new SerializationException(path + "." + part.name() + " is missing");
                }
                if (held instanceof Record || held instanceof Collection<?>) {
                    requireComplete(held, path + "." + part.name());
                }
            }
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> requireComplete(item, path + "[]"));
        }
    }

    /** A component of a record; found out once, for every event passes here. */
    private record Part(String name, Method accessor, boolean optional) {

        static Part of(RecordComponent component) {
            return new Part(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Record owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}
