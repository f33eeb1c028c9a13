package cn.lingpao.targetregistry.adapter.csv;

import cn.lingpao.targetregistry.application.TargetTable;
import cn.lingpao.targetregistry.domain.Fault;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a table of targets in CSV (RFC 4180, UTF-8), with or without a byte order mark. */
public class CsvTargets implements TargetTable {

    static final List<String> COLUMNS = List.of("id", "name", "name_en", "division_code", "group", "marks", "channels");

    @Override
    public Reading read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer chars = CharBuffer.allocate(file.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, chars, true);
        if (result.isError()) {
            return new Unreadable(List.of(wrongEncoding(file, bytes.position())));
        }
        String text = chars.flip().toString();
        return parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Reading parse(String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            return unreadable(1, "", "malformed-csv", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.isEmpty()) {
            return unreadable(1, "", "missing-header", "The file is empty; the first line names the columns.");
        }
        List<String> header =
                records.getFirst().getFields().stream().map(String::strip).toList();
        List<Fault> faults = checkHeader(header);
        if (!faults.isEmpty()) {
            return new Unreadable(faults);
        }
        TargetRows rows = new TargetRows(header);
        return new Rows(records.stream().skip(1).map(rows::read).toList());
    }

    private static List<Fault> checkHeader(List<String> header) {
        List<Fault> faults = new ArrayList<>();
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                faults.add(new Fault(1, null, column, "missing-column", "The column '" + column + "' is missing."));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                faults.add(
                        new Fault(1, null, column, "unknown-column", "The column '" + column + "' is not known here."));
            } else if (!seen.add(column)) {
                faults.add(
                        new Fault(1, null, column, "duplicate-column", "The column '" + column + "' is there twice."));
            }
        }
        return faults;
    }

    private static Fault wrongEncoding(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return new Fault(
                line,
                null,
                "",
                "wrong-encoding",
                "The file is not UTF-8 (byte " + (position + 1) + "); save it as UTF-8 and send it again.");
    }

    private static Unreadable unreadable(int line, String path, String code, String reason) {
        return new Unreadable(List.of(new Fault(line, null, path, code, reason)));
    }
}
