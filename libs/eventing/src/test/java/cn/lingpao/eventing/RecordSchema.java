package cn.lingpao.eventing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema that a record implies: what is not nullable is required, what is unknown is allowed. */
final class RecordSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordSchema() {}

    static ObjectNode of(String id, Class<?> record) {
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", id)
                .put("title", record.getSimpleName());
        schema.setAll(object(record));
        return schema;
    }

    private static ObjectNode object(Class<?> record) {
        ObjectNode properties = JSON.objectNode();
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), type(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private static JsonNode type(Type type) {
        if (type instanceof ParameterizedType generic) {
            ObjectNode array = JSON.objectNode().put("type", "array");
            array.set("items", type(generic.getActualTypeArguments()[0]));
            return array;
        }
        Class<?> found = (Class<?>) type;
        if (found.isRecord()) {
            return object(found);
        }
        ObjectNode schema = JSON.objectNode();
        if (found.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            Arrays.stream(found.getEnumConstants()).map(Object::toString).forEach(values::add);
            return schema;
        }
        if (Collection.class.isAssignableFrom(found)) {
            throw new IllegalArgumentException("a raw collection has no schema");
        }
        return scalar(schema, found);
    }

    private static ObjectNode scalar(ObjectNode schema, Class<?> found) {
        if (found == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (found == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (found == BigDecimal.class) {
            return schema.put("type", "number");
        }
        if (found == boolean.class || found == Boolean.class) {
            return schema.put("type", "boolean");
        }
        return schema.put("type", found == String.class ? "string" : "integer");
    }
}
