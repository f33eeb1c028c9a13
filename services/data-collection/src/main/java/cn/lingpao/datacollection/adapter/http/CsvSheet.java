package cn.lingpao.datacollection.adapter.http;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A CSV file, in UTF-8 or, as Chinese Excel saves it, in GB18030. */
final class CsvSheet implements Sheet {

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
