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
            .addModule(InstantJson.module())
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
            String missing = missing(event);
            if (missing != null) {
                throw new SerializationException(type.getSimpleName() + missing + " is missing");
            }
            return event;
        } catch (JacksonException malformed) {
            throw new SerializationException(
                    "not a " + type.getSimpleName() + ": " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** The path of the first component that is not there; null when all are. */
    private static @Nullable String missing(@Nullable Object value) {
        if (value instanceof Record found) {
            return missingOf(found);
        }
        return value instanceof Collection<?> items ? missingIn(items) : null;
    }

    private static @Nullable String missingOf(Record found) {
        for (Part part : PARTS.get(found.getClass())) {
            Object held = part.of(found);
            String below = held == null ? part.whenAbsent() : missing(held);
            if (below != null) {
                return "." + part.name() + below;
            }
        }
        return null;
    }

    private static @Nullable String missingIn(Collection<?> items) {
        for (Object item : items) {
            String below = missing(item);
            if (below != null) {
                return "[]" + below;
            }
        }
        return null;
    }

    /** A component of a record; found out once, for every event passes here. */
    private record Part(String name, Method accessor, boolean optional) {

        static Part of(RecordComponent component) {
            return new Part(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        /** What is missing below it when it is not there: it itself, or nothing. */
        @Nullable
        String whenAbsent() {
            return optional ? null : "";
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
