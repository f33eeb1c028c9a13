package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    private static final Path PUBLISHED = Path.of("..", "contracts", "docs", "asyncapi.json");

    /** Writes the document anew after the contracts have changed. Argument: the file. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text());
    }

    @Test
    void the_published_document_is_what_the_contracts_say() throws IOException {
        assertThat(Files.readString(PUBLISHED))
                .as("written by AsyncApiTest.main")
                .isEqualTo(text());
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode document = AsyncApi.document();

        assertThat(document.findValues("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.asString().substring(1)).isMissingNode())
                .as(reference.asString())
                .isFalse());
    }

    private static String text() {
        return AsyncApi.document().toPrettyString() + "\n";
    }
}
