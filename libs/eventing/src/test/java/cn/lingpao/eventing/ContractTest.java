package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.EventType;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class ContractTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Writes the files of a new event; those of an old one never change. Argument: the contracts' resource folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (EventType type : EventType.values()) {
            String name = type.wireName() + ".json";
            Files.writeString(folder.resolve("samples").resolve(name), pretty(EventJson.text(example(type))));
            Files.writeString(
                    folder.resolve("schemas").resolve(name), pretty(schema(type).toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_golden_sample_is_written_unchanged(EventType type) {
        assertThat(pretty(EventJson.text(example(type)))).isEqualTo(file("samples", type));
    }

    @ParameterizedTest
    @EnumSource
    void the_golden_sample_is_read_as_it_was(EventType type) {
        assertThat(read(type, file("samples", type))).isEqualTo(example(type));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_newer_writer_adds_is_ignored_by_this_reader(EventType type) {
        ObjectNode newer = (ObjectNode) EventJson.MAPPER.readTree(file("samples", type));
        newer.put("addedLater", "something");

        assertThat(read(type, newer.toString())).isEqualTo(example(type));
    }

    @ParameterizedTest
    @EnumSource
    void the_published_schema_accepts_the_sample_and_refuses_an_empty_object(EventType type) {
        Schema schema = SCHEMAS.getSchema(file("schemas", type));

        assertThat(schema.validate(file("samples", type), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_lacks_what_it_must_have_is_refused_by_name(EventType type) {
        for (RecordComponent component : required(type)) {
            ObjectNode lacking = (ObjectNode) EventJson.MAPPER.readTree(file("samples", type));
            lacking.remove(component.getName());
            ObjectNode empty = lacking.deepCopy().putNull(component.getName());
            for (ObjectNode each : List.of(lacking, empty)) {
                assertThatThrownBy(() -> read(type, each.toString()))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining(component.getName());
            }
        }
    }

    @Test
    void an_item_that_is_null_and_what_an_item_lacks_are_refused_by_their_place() {
        String recorded = file("samples", EventType.OBSERVATION_RECORDED);
        ObjectNode hollow = (ObjectNode) EventJson.MAPPER.readTree(recorded);
        hollow.putArray("evidence").addNull();
        ObjectNode nameless = (ObjectNode) EventJson.MAPPER.readTree(recorded);
        ((ObjectNode) nameless.get("collector")).remove("id");

        assertThatThrownBy(() -> read(EventType.OBSERVATION_RECORDED, hollow.toString()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("evidence[0] is missing");
        assertThatThrownBy(() -> read(EventType.OBSERVATION_RECORDED, nameless.toString()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(": collector.id is missing");
    }

    @ParameterizedTest
    @EnumSource
    void the_published_schema_is_what_the_record_says(EventType type) {
        assertThat(EventJson.MAPPER.readTree(file("schemas", type))).isEqualTo(schema(type));
    }

    private static List<RecordComponent> required(EventType type) {
        return Stream.of(type.record().getRecordComponents())
                .filter(component -> !component.getType().isPrimitive())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .toList();
    }

    private static ObjectNode schema(EventType type) {
        return RecordSchema.of("urn:lingpao:" + type.wireName(), type.record());
    }

    private static DomainEvent example(EventType type) {
        return Examples.all().stream()
                .filter(event -> EventType.of(event) == type)
                .findFirst()
                .orElseThrow();
    }

    private static DomainEvent read(EventType type, String json) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type.record());
    }

    private static String pretty(String json) {
        return EventJson.MAPPER.readTree(json).toPrettyString() + "\n";
    }

    static String file(String folder, EventType type) {
        String name = folder + "/" + type.wireName() + ".json";
        try (InputStream bytes = DomainEvent.class.getResourceAsStream(name)) {
            assertThat(bytes).as("contracts hold %s", name).isNotNull();
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
