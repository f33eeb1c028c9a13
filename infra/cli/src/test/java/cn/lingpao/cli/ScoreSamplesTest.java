package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published indices come out of {@code lingpao score} as they were published, without any server. */
class ScoreSamplesTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    Path output;

    @Test
    void the_open_data_index_2015() throws IOException {
        Map<String, NamedCsvRecord> scores = score("godi-2015");

        assertThat(equalScores(scores, "godi-2015", "expected-entries.csv")).isEqualTo(1586);
        assertThat(equalTotals(scores, "godi-2015", "score")).isEqualTo(122);
        assertThat(equalTotals(scores, "godi-2015", "rank")).isEqualTo(122);
    }

    @Test
    void the_open_data_barometer_2014() throws IOException {
        Map<String, NamedCsvRecord> scores = score("odb-2014");

        assertThat(equalScores(scores, "odb-2014", "expected-entries.csv")).isEqualTo(1290);
        assertThat(equalTotals(scores, "odb-2014", "score")).isEqualTo(86);
        assertThat(equalTotals(scores, "odb-2014", "rank")).isEqualTo(86);
        assertThat(equalScores(scores, "odb-2014", "expected-figures.csv")).isEqualTo(10 * 86);
    }

    @Test
    void the_mobile_survey_scores_nothing_where_nothing_is_known() throws IOException {
        Path none = Files.writeString(output.resolve("none.csv"), "target,ios.ease.access.found\n110000,\n");
        String folder = SAMPLES.resolve("mobile-2021").toString();

        Said said = Said.by(
                "score",
                "--framework",
                folder + "/framework.yml",
                "--targets",
                folder + "/targets.csv",
                "--values",
                none.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("32 targets, 0 with a score", "平台默认权重（非官方）");
    }

    private Map<String, NamedCsvRecord> score(String sample) throws IOException {
        String folder = SAMPLES.resolve(sample).toString();
        Said said = Said.by(
                "score",
                "--framework",
                folder + "/framework.yml",
                "--values",
                folder + "/values.csv",
                "--targets",
                folder + "/targets.csv",
                "--output",
                output.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        Map<String, NamedCsvRecord> scores = new HashMap<>();
        rows(output.resolve("scores.csv")).forEach(row -> scores.put(key(row.getField("target"), row), row));
        return scores;
    }

    private static long equalScores(Map<String, NamedCsvRecord> scores, String sample, String file) throws IOException {
        return rows(SAMPLES.resolve(sample).resolve(file)).stream()
                .filter(row -> isEqual(row.getField("score"), scores.get(key(row.getField("target"), row)), "score"))
                .count();
    }

    private static long equalTotals(Map<String, NamedCsvRecord> scores, String sample, String column)
            throws IOException {
        return rows(SAMPLES.resolve(sample).resolve("expected-places.csv")).stream()
                .filter(row -> isEqual(row.getField(column), scores.get(row.getField("target") + " " + sample), column))
                .count();
    }

    private static boolean isEqual(String published, NamedCsvRecord found, String column) {
        return new BigDecimal(published).compareTo(new BigDecimal(found.getField(column))) == 0;
    }

    private static String key(String target, NamedCsvRecord row) {
        return target + " " + row.getField("node");
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(Files.readString(file)).stream()
                .toList();
    }
}
