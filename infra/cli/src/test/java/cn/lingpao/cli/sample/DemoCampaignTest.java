package cn.lingpao.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCampaignTest {

    private static final Instant COLLECTION_BEGINS = Instant.parse("2021-08-31T16:00:00Z");
    private static final Instant COLLECTION_ENDS = Instant.parse("2021-11-30T16:00:00Z");
    private static final Instant ANALYSIS_ENDS = Instant.parse("2021-12-10T16:00:00Z");

    @TempDir
    static Path dir;

    @BeforeAll
    static void write() throws IOException {
        DemoCampaign.write(dir, DemoCampaign.DEFAULT_SEED);
    }

    @Test
    void the_same_seed_gives_the_same_bytes(@TempDir Path again) throws IOException {
        DemoCampaign.write(again, DemoCampaign.DEFAULT_SEED);

        for (Path file : files()) {
            assertThat(again.resolve(file.getFileName().toString())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void another_seed_gives_other_observations(@TempDir Path other) throws IOException {
        DemoCampaign.write(other, 7);

        assertThat(Files.readString(other.resolve("observations.ndjson")))
                .isNotEqualTo(Files.readString(dir.resolve("observations.ndjson")));
    }

    @Test
    void every_file_and_every_generated_row_says_that_it_is_invented() throws IOException {
        for (Path file : files()) {
            boolean generated = file.toString().endsWith(".ndjson");
            if (!file.endsWith("framework.yml")) {
                assertThat(generated ? Files.readAllLines(file) : List.of(Files.readString(file)))
                        .as(file.getFileName().toString())
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text).contains("虚构").containsIgnoringCase("invented"));
            }
        }
    }

    @Test
    void there_are_32_provinces_27_capitals_and_15_sub_provincial_cities_of_which_ten_are_capitals()
            throws IOException {
        List<String> rows = Files.readAllLines(dir.resolve("targets.csv"));

        assertThat(rows)
                .hasSize(65)
                .filteredOn(row -> row.contains(",provincial,"))
                .hasSize(32);
        assertThat(rows).filteredOn(row -> row.contains("provincial-capital")).hasSize(27);
        assertThat(rows).filteredOn(row -> row.contains("separately-planned")).hasSize(5);
        assertThat(rows).filteredOn(row -> row.contains("sub-provincial")).hasSize(15);
        assertThat(rows)
                .filteredOn(row -> row.contains("provincial-capital|sub-provincial"))
                .hasSize(10);
    }

    @Test
    void places_have_no_division_code_of_a_real_one_and_no_address_that_resolves() throws IOException {
        assertThat(Files.readAllLines(dir.resolve("targets.csv")).stream().skip(1))
                .allSatisfy(row -> assertThat(row)
                        .matches("x[0-9]{2},虚构·[^,]+,Invented [^,]+,(9[0-9]{5})?,[^,]+,[^,]*,[^,]+")
                        .doesNotContain(".gov")
                        .contains(".example/"));
    }

    @Test
    void a_few_cells_are_missing_and_a_few_undetermined() throws IOException {
        int cells = 64 * 123;
        int observed = rows("decisions-reviewer-1.ndjson").size();
        long undetermined = rows("decisions-reviewer-1.ndjson").stream()
                .filter(row -> row.get("value").asString().equals("UNDETERMINED"))
                .peek(row -> assertThat(row.hasNonNull("cause")).isTrue())
                .count();

        assertThat((cells - observed) / (double) cells).isBetween(0.02, 0.06);
        assertThat(undetermined / (double) cells).isBetween(0.02, 0.05);
    }

    @Test
    void some_decisions_differ_and_each_of_those_goes_to_the_arbiter() throws IOException {
        List<JsonNode> first = rows("decisions-reviewer-1.ndjson");
        List<JsonNode> second = rows("decisions-reviewer-2.ndjson");
        List<String> disputed = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            assertThat(cell(second.get(i))).isEqualTo(cell(first.get(i)));
            if (!first.get(i).get("value").equals(second.get(i).get("value"))) {
                disputed.add(cell(first.get(i)));
            }
        }

        assertThat(rows("decisions-arbiter.ndjson").stream().map(DemoCampaignTest::cell))
                .containsExactlyElementsOf(disputed);
        assertThat(disputed.size()).isBetween(first.size() / 50, first.size() / 15);
    }

    @Test
    void every_value_is_one_that_the_rule_of_its_check_point_takes() throws IOException {
        Framework framework = Framework.parse(Files.readString(dir.resolve("framework.yml")));

        for (JsonNode row : rows("observations.ndjson")) {
            assertThat(framework.accepts(row.get("checkPoint").asString(), value(row)))
                    .isEmpty();
        }
        for (String file :
                List.of("decisions-reviewer-1.ndjson", "decisions-reviewer-2.ndjson", "decisions-arbiter.ndjson")) {
            for (JsonNode row : rows(file)) {
                assertThat(framework.accepts(row.get("checkPointId").asString(), value(row)))
                        .isEmpty();
            }
        }
    }

    @Test
    void observations_lie_in_the_collection_and_decisions_before_the_end_of_the_analysis() throws IOException {
        for (JsonNode row : rows("observations.ndjson")) {
            assertThat(Instant.parse(row.get("observedAt").asString()))
                    .isAfterOrEqualTo(COLLECTION_BEGINS)
                    .isBefore(COLLECTION_ENDS);
        }
        for (String file :
                List.of("decisions-reviewer-1.ndjson", "decisions-reviewer-2.ndjson", "decisions-arbiter.ndjson")) {
            for (JsonNode row : rows(file)) {
                assertThat(Instant.parse(row.get("at").asString()))
                        .isAfterOrEqualTo(COLLECTION_BEGINS)
                        .isBefore(ANALYSIS_ENDS);
            }
        }
    }

    @Test
    void evidence_names_page_and_digest_unless_nothing_came() throws IOException {
        assertThat(rows("observations.ndjson"))
                .filteredOn(row -> !row.hasNonNull("cause"))
                .allSatisfy(row -> assertThat(
                                row.get("evidence").get(0).get("sha256").asString())
                        .matches("[0-9a-f]{64}"));
    }

    @Test
    void cases_give_reasons_of_300_characters_at_most_and_the_types_of_the_framework() throws IOException {
        Framework framework = Framework.parse(Files.readString(dir.resolve("framework.yml")));
        List<String> types = framework.bonus().orElseThrow().types().stream()
                .map(type -> type.id())
                .toList();

        assertThat(rows("cases.ndjson")).allSatisfy(row -> {
            assertThat(row.get("reason")
                            .asString()
                            .codePointCount(0, row.get("reason").asString().length()))
                    .isLessThanOrEqualTo(300);
            assertThat(types).contains(row.get("type").asString());
        });
        assertThat(rows("awards.ndjson")).hasSizeLessThan(rows("cases.ndjson").size());
    }

    private static Value value(JsonNode row) {
        JsonNode value = row.get("value");
        if (value.isNumber()) {
            return Value.number(value.decimalValue());
        }
        return switch (value.asString()) {
            case "MET" -> Value.MET;
            case "NOT_MET" -> Value.NOT_MET;
            case "NOT_APPLICABLE" -> Value.NOT_APPLICABLE;
            case "UNDETERMINED" -> Value.UNDETERMINED;
            default -> Value.grade(value.asString());
        };
    }

    private static String cell(JsonNode decision) {
        return decision.get("targetId").asString() + "/"
                + decision.get("checkPointId").asString();
    }

    private static List<JsonNode> rows(String file) throws IOException {
        return Files.readAllLines(dir.resolve(file)).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.sorted().toList();
        }
    }
}
