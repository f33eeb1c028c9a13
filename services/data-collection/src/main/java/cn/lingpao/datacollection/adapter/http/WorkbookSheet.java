package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault.Code;
import cn.lingpao.servicesupport.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The sheet {@code observations} of a workbook; rows are read as they come, merged cells are known before. */
final class WorkbookSheet implements Sheet {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final MergedCells merged;
    private final SheetColumns columns;

    private WorkbookSheet(ReadableWorkbook workbook, Stream<Row> stream, MergedCells merged) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.merged = merged;
        this.columns = new SheetColumns(SheetColumns.SHEET, headings());
    }

    static WorkbookSheet open(Path file, long unfolded) throws IOException {
        WorkbookSize.require(file, unfolded);
        ReadableWorkbook workbook = null;
        boolean good = false;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
            org.dhatim.fastexcel.reader.Sheet sheet = find(workbook);
            MergedCells merged = MergedCells.of(file, sheet.getId());
            WorkbookSheet read = new WorkbookSheet(workbook, sheet.openStream(), merged);
            good = true;
            return read;
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw Sheet.refused(
                    "broken-workbook",
                    "the file is no workbook that can be read: " + broken.getMessage()
                            + "; open it in a spreadsheet and save it as .xlsx again");
        } finally {
            if (!good && workbook != null) {
                workbook.close();
            }
        }
    }

    private static org.dhatim.fastexcel.reader.Sheet find(ReadableWorkbook workbook) {
        List<org.dhatim.fastexcel.reader.Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(sheet -> sheet.getName().equals(SheetColumns.SHEET))
                .findFirst()
                .orElseThrow(() -> Sheet.refused(
                        "unknown-sheet",
                        "there is no sheet '%s'; the file has: %s. Name it as in the template"
                                .formatted(
                                        SheetColumns.SHEET,
                                        sheets.stream()
                                                .map(sheet -> "'" + sheet.getName() + "'")
                                                .collect(Collectors.joining(", ")))));
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        if (rows.hasNext()) {
            for (@Nullable Cell cell : rows.next()) {
                headings.add(cell == null ? "" : cell.getText().strip());
            }
        }
        return headings;
    }

    @Override
    public String name() {
        return SheetColumns.SHEET;
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
                    return rows.hasNext();
                } catch (ExcelReaderException broken) {
                    throw Sheet.refused(
                            "broken-workbook",
                            "the sheet cannot be read to its end: " + broken.getMessage()
                                    + "; the rows before were taken");
                }
            }

            @Override
            public SheetRow next() {
                return read(rows.next());
            }
        };
    }

    private SheetRow read(Row source) {
        SheetRow row = new SheetRow(source.getRowNum());
        merged.at(source.getRowNum())
                .ifPresent(range -> row.refuse(
                        columns.heading(range.column()),
                        Code.MERGED_CELLS,
                        "the cells " + range.ref() + " are merged; unmerge them and fill in each row"));
        for (@Nullable Cell cell : source) {
            if (cell != null) {
                read(cell, row);
            }
        }
        return row;
    }

    private void read(Cell cell, SheetRow row) {
        String field = columns.heading(cell.getColumnIndex());
        if (field.isEmpty() || SheetColumns.WORDS.contains(field)) {
            return;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            row.refuse(field, Code.FORMULA, "the cell holds a formula; paste its value in its place");
        } else if (cell.getType() == CellType.ERROR) {
            row.refuse(field, Code.WRONG_TYPE, "the cell holds the error " + cell.getRawValue());
        } else if (cell.getType() == CellType.NUMBER) {
            row.put(field, SheetRow.isTime(field) ? time(cell.asNumber()) : cell.asNumber());
        } else {
            row.put(field, cell.getText());
        }
    }

    /** A number that is no day stays one, and is refused as the time it is not. */
    private Object time(BigDecimal serial) {
        try {
            return SheetRow.day(serial, workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30));
        } catch (DateTimeException noDay) {
            return serial;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
