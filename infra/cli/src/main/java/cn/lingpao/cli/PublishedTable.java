package cn.lingpao.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Scores and ranks as somebody published them. */
record PublishedTable(List<Entry> entries, List<Place> places) {

    /** The score of a target at a node. */
    record Entry(String target, String node, BigDecimal score) {}

    /** The total and rank of a target. */
    record Place(String target, BigDecimal score, int rank) {}

    static PublishedTable read(Path entries, Path places) {
        return new PublishedTable(
                rows(
                        entries,
                        row -> new Entry(
                                row.getField("target"), row.getField("node"), new BigDecimal(row.getField("score")))),
                rows(
                        places,
                        row -> new Place(
                                row.getField("target"),
                                new BigDecimal(row.getField("score")),
                                Integer.parseInt(row.getField("rank")))));
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
