package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.EventType;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void the_published_schema_is_what_the_record_says(EventType type) {
        assertThat(EventJson.MAPPER.readTree(file("schemas", type))).isEqualTo(schema(type));
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
