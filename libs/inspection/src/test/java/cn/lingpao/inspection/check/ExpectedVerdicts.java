package cn.lingpao.inspection.check;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of expected verdicts: what differs from the healthy portal, a star for every check of a site. */
final class ExpectedVerdicts {

    private final Map<String, String> cells = new LinkedHashMap<>();

    ExpectedVerdicts() {
        try (InputStream table = Objects.requireNonNull(
                        ExpectedVerdicts.class.getResourceAsStream("/cn/lingpao/inspection/expected-verdicts.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            rows.forEach(row -> cells.put(
                    row.getField("site") + "/" + row.getField("check"),
                    (row.getField("verdict") + " " + row.getField("cause")).strip()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Verdict and cause of a cell. */
    String of(String site, String check) {
        return Stream.of(site + "/" + check, site + "/*", "healthy/" + check)
                .filter(cells::containsKey)
                .map(cells::get)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing expected of " + site + " " + check));
    }

    /** Every site that the table names. */
    Set<String> sites() {
        return cells.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .collect(Collectors.toSet());
    }
}
