package cn.lingpao.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Scores and ranks as somebody published them. */
record PublishedTable(List<Entry> entries, List<Place> places) {

    /** The score of a target at a node. */
    record Entry(String target, String node, BigDecimal score) {}

    /** The total and rank of a target. */
    record Place(String target, BigDecimal score, int rank) {}

    static PublishedTable read(Path entries, Path places) {
        return new PublishedTable(
                rows(entries).stream()
                        .map(row -> new Entry(
                                row.getField("target"), row.getField("node"), new BigDecimal(row.getField("score"))))
                        .toList(),
                rows(places).stream()
                        .map(row -> new Place(
                                row.getField("target"),
                                new BigDecimal(row.getField("score")),
                                Integer.parseInt(row.getField("rank"))))
                        .toList());
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
