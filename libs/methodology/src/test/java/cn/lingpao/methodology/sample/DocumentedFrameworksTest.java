package cn.lingpao.methodology.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show can be read. */
class DocumentedFrameworksTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(id: .*?)```", Pattern.DOTALL);

    /** {@code `key: …`} in the tables of the how-to, each a thing that somebody will copy. */
    private static final Pattern NORMALISATION = Pattern.compile("`normalise: ([^`]+)`");

    static List<String> documents() throws IOException {
        return blocks(BLOCK, "README.md", "docs/how-to-write-a-framework.md");
    }

    static List<String> normalisations() throws IOException {
        return blocks(NORMALISATION, "docs/how-to-write-a-framework.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_framework_of_the_documents_is_sound(String document) {
        assertThat(Framework.parse(document).points()).isNotEmpty();
        assertThat(EditorSchemaTest.errors(document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("normalisations")
    void a_normalisation_of_the_tables_is_sound(String normalisation) {
        String document = "id: f\nversion: 1\nname: F\nnodes: [{id: a, name: A, measure: {normalise: %s}}]"
                .formatted(normalisation);

        assertThat(Framework.parse(document).node("a").orElseThrow().measure()).isPresent();
        assertThat(EditorSchemaTest.errors(document)).isEmpty();
    }

    private static List<String> blocks(Pattern pattern, String... files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : files) {
            all.append(Files.readString(Path.of(file)).split("## Usual mistakes")[0]);
        }
        return pattern.matcher(all).results().map(found -> found.group(1)).toList();
    }
}
