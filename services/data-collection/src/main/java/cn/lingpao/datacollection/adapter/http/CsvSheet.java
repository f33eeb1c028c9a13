package cn.lingpao.datacollection.adapter.http;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A CSV file, separated by comma, semicolon or tab as its first line is; in UTF-8, in UTF-16 with a byte order mark or, as
 * Chinese Excel saves it, in GB18030.
 */
final class CsvSheet implements Sheet {

    private static final String SEPARATORS = ",;\t";

    private final CloseableIterator<CsvRecord> records;
    private final SheetColumns columns;

    private CsvSheet(CloseableIterator<CsvRecord> records, SheetColumns columns) {
        this.records = records;
        this.columns = columns;
    }

    static CsvSheet open(Path file) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        CloseableIterator<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(true)
                .fieldSeparator(separator(file))
                .ofCsvRecord(file, charset)
                .iterator();
        boolean good = false;
        try {
            List<String> headings = records.hasNext()
                    ? records.next().getFields().stream().map(String::strip).toList()
                    : List.of();
            CsvSheet sheet = new CsvSheet(records, new SheetColumns("csv", headings));
            good = true;
            return sheet;
        } catch (CsvParseException broken) {
            throw Sheet.refused("broken-csv", "the file is no CSV: " + broken.getMessage());
        } finally {
            if (!good) {
                records.close();
            }
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[1 << 14];
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            while (text.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The one that the first line has most of; in none of the encodings is its byte a part of another character of a heading. */
    private static char separator(Path file) throws IOException {
        int[] count = new int[SEPARATORS.length()];
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (int each = bytes.read(); each >= 0 && each != '\n' && each != '\r'; each = bytes.read()) {
                int separator = SEPARATORS.indexOf(each);
                if (separator >= 0) {
                    count[separator]++;
                }
            }
        }
        int most = 0;
        for (int candidate = 1; candidate < count.length; candidate++) {
            most = count[candidate] > count[most] ? candidate : most;
        }
        return SEPARATORS.charAt(most);
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public SheetColumns columns() {
        return columns;
    }

    @Override
    public Iterator<SheetRow> rows() {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException broken) {
                    throw Sheet.refused(
                            "broken-csv",
                            "the file cannot be read to its end: " + broken.getMessage()
                                    + "; the rows before were taken");
                }
            }

            @Override
            public SheetRow next() {
                CsvRecord record = records.next();
                SheetRow row = new SheetRow(Math.toIntExact(record.getStartingLineNumber()));
                for (int column = 0; column < Math.min(record.getFieldCount(), columns.size()); column++) {
                    row.put(columns.heading(column), record.getField(column));
                }
                return row;
            }
        };
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
