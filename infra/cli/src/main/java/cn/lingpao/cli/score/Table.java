package cn.lingpao.cli.score;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A CSV file with a header: comma, semicolon or tab, whichever its first line has most of. Rows are read once, as they come. */
final class Table {

    private final Path file;
    private final Remarks remarks;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line = 1;

    private Table(Path file, Remarks remarks, Iterator<CsvRecord> records) {
        this.file = file;
        this.remarks = remarks;
        this.records = records;
        this.header = next().map(Row::fields).orElse(List.of());
    }

    /** A row: the line it begins in, and its fields without blanks around them. */
    record Row(long line, List<String> fields) {}

    /** Opens a file; empty, with the reason among the remarks, when it is no text or holds nothing. */
    static Optional<Table> open(Path file, Charset charset, Remarks remarks) throws IOException {
        return Decoding.text(file, charset, remarks)
                .map(text -> new Table(file, remarks, records(text)))
                .filter(table -> {
                    if (table.header.isEmpty() && !remarks.refused()) {
                        remarks.fault(file, 0, 0, "", "empty", "holds nothing: give it a header and a row a target");
                    }
                    return !table.header.isEmpty();
                });
    }

    private static Iterator<CsvRecord> records(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text)
                .iterator();
    }

    Path file() {
        return file;
    }

    /** The names of the columns; of a column without a name, an empty text. */
    List<String> header() {
        return header;
    }

    /** The position of the first column with one of these names, in whatever case; -1 when there is none. */
    int column(List<String> names) {
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).toLowerCase(Locale.ROOT).equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Every row that holds something and is as long as the header. Rows of another length are faults. */
    void forEach(Consumer<Row> action) {
        for (Optional<Row> row = next(); row.isPresent(); row = next()) {
            row.filter(this::fits).ifPresent(action);
        }
    }

    private Optional<Row> next() {
        try {
            while (records.hasNext()) {
                CsvRecord each = records.next();
                line = each.getStartingLineNumber();
                List<String> fields =
                        each.getFields().stream().map(Table::trimmed).toList();
                if (!fields.stream().allMatch(String::isEmpty)) {
                    return Optional.of(new Row(line, fields));
                }
            }
        } catch (CsvParseException broken) {
            remarks.fault(
                    file,
                    line,
                    0,
                    "",
                    "syntax",
                    "this row or the next can't be read: close every quote (\") that is open");
        }
        return Optional.empty();
    }

    private boolean fits(Row row) {
        int fields = row.fields().size();
        boolean fits = fields == header.size()
                || fields > header.size()
                        && row.fields().subList(header.size(), fields).stream().allMatch(String::isEmpty);
        if (!fits) {
            boolean open = row.fields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
            String remedy = open
                    ? "close the quote (\") that is open, all up to it was read as one field"
                    : "a separator is missing, too many, or belongs in quotes";
            remarks.fault(
                    file,
                    row.line(),
                    Math.min(fields, header.size() + 1),
                    "",
                    "ragged",
                    "has %d fields and the header %d: %s".formatted(fields, header.size(), remedy));
        }
        return fits;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            best = count(first, each) > count(first, best) ? each : best;
        }
        return best;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private static String trimmed(String field) {
        return field.replace('\u00A0', ' ').strip();
    }
}
