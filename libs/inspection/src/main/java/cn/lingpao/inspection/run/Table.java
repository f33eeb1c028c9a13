package cn.lingpao.inspection.run;

import cn.lingpao.inspection.web.Page;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A CSV with a header, whatever its encoding and separator. */
record Table(List<String> header, List<Row> rows, List<String> notices, List<String> faults) {

    /** One character in so many that is none makes a file no text. */
    private static final int NOISY = 50;

    private static final Set<String> KNOWN =
            Set.of("id", "target", "channels", "url", "channel", "division_code", "name", "name_en", "group", "marks");

    /**
     * @param line where the row begins in the file, from 1
     * @param fault why its fields may not be what the header says; empty when they are
     */
    record Row(long line, Map<String, String> fields, String fault) {

        /** The first of these columns that has a value, without surrounding space; empty when none has. */
        String first(String... columns) {
            for (String column : columns) {
                String value = fields.getOrDefault(column, "").strip();
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }
    }

    static Table parse(byte[] bytes) {
        String text = Page.text(bytes);
        if (text.startsWith("PK\u0003\u0004")) {
            throw new IllegalArgumentException("this is a spreadsheet or another ZIP file; save it as CSV");
        }
        if (noise(text) * NOISY > text.length()) {
            throw new IllegalArgumentException("this is no text; the file must be CSV");
        }
        List<CsvRecord> records = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
            faults.add("a quotation mark is never closed; rows behind it may have run together");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException broken) {
            String last =
                    records.isEmpty() ? "1" : String.valueOf(records.getLast().getStartingLineNumber());
            faults.add("after line " + last + ": not CSV from here on: " + broken.getMessage());
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (records.isEmpty()) {
            throw new IllegalArgumentException("the file is empty; its first line must name the columns");
        }
        return of(records, faults);
    }

    private static long noise(String text) {
        return text.chars()
                .filter(character -> character == '\uFFFD' || character < ' ' && "\t\r\n".indexOf(character) < 0)
                .count();
    }

    private static Table of(List<CsvRecord> records, List<String> faults) {
        List<String> header = records.getFirst().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        header.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("the column '" + twice + "' is there twice");
                });
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            if (record.getFields().stream().allMatch(String::isBlank)) {
                continue;
            }
            String fault = record.getFieldCount() > header.size()
                    ? record.getFieldCount() + " fields, but the header has " + header.size() + " columns"
                    : "";
            rows.add(row(header, record, fault));
        }
        return new Table(header, rows, notices(header), faults);
    }

    private static Row row(List<String> header, CsvRecord record, String fault) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(record.getFieldCount(), header.size()); column++) {
            fields.put(header.get(column), record.getField(column));
        }
        return new Row(record.getStartingLineNumber(), fields, fault);
    }

    private static List<String> notices(List<String> header) {
        List<String> unknown = header.stream()
                .filter(name -> !name.isEmpty() && !KNOWN.contains(name))
                .toList();
        return unknown.isEmpty() ? List.of() : List.of("columns not used: " + String.join(", ", unknown));
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (first.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    void needOneOf(String one, String other) {
        if (!header.contains(one) && !header.contains(other)) {
            throw new IllegalArgumentException(
                    "the header has neither a column '" + one + "' nor '" + other + "': " + String.join(",", header));
        }
    }
}
