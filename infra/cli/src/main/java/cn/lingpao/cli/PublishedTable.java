package cn.lingpao.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scores and ranks as somebody published them. */
record PublishedTable(List<Entry> entries, List<Place> places, List<Entry> figures) {

    /** The score of a target at a node or figure. */
    record Entry(String target, String node, BigDecimal score) {}

    /** The total and rank of a target. */
    record Place(String target, BigDecimal score, int rank) {}

    /** @param figures like {@code entries}, counted node by node; null for none */
    static PublishedTable read(Path entries, Path places, @Nullable Path figures) {
        return new PublishedTable(
                entries(entries),
                rows(
                        places,
                        row -> new Place(
                                row.getField("target"),
                                new BigDecimal(row.getField("score")),
                                Integer.parseInt(row.getField("rank")))),
                figures == null ? List.of() : entries(figures));
    }

    private static List<Entry> entries(Path file) {
        return rows(
                file,
                row -> new Entry(row.getField("target"), row.getField("node"), new BigDecimal(row.getField("score"))));
    }

    private static <T> List<T> rows(Path file, Function<NamedCsvRecord, T> shape) {
        List<T> rows = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(InputFile.text(file))) {
            try {
                rows.add(shape.apply(row));
            } catch (NumberFormatException noNumber) {
                throw new CommandFailure(file + ":" + row.getStartingLineNumber() + ": a score or rank is no number");
            } catch (NoSuchElementException noColumn) {
                throw new CommandFailure(file + ":1: " + noColumn.getMessage());
            }
        }
        return rows;
    }
}
