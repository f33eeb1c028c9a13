package cn.lingpao.eventing;

import cn.lingpao.contracts.DomainEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.json.JsonMapper;

/** The one way in which events become JSON and JSON becomes events: same input, same bytes. */
public final class EventJson {

    /** Properties in alphabetical order, no nulls, plain decimals, ISO instants; unknown properties are ignored. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .annotationIntrospector(new RequiredComponents())
            .addModule(InstantJson.module())
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
            return MAPPER.readValue(json, type);
        } catch (InvalidNullException missing) {
            throw new SerializationException(type.getSimpleName() + ": " + place(missing) + " is missing", missing);
        } catch (JacksonException malformed) {
            throw new SerializationException(
                    "not a " + type.getSimpleName() + ": " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** Like {@code evidence[0].url}. */
    private static String place(JacksonException failure) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String property = step.getPropertyName();
            if (property == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(property);
            }
        }
        return place.toString();
    }
}
