package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.contracts.Cause;
import cn.lingpao.datacollection.application.plan.AskThePlan.Missing;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that a collector fills in: a row for each missing cell, and beside it the causes with their remedies. */
record Template(List<Missing> missing) {

    private static final int FLUSH = 1_000;

    void workbook(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lingpao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SheetColumns.SHEET);
            sheet.freezePane(0, 1);
            for (int column = 0; column < SheetColumns.ALL.size(); column++) {
                sheet.value(0, column, SheetColumns.ALL.get(column));
            }
            int row = 1;
            for (Missing each : missing) {
                List<String> cells = cells(each);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
                if (++row % FLUSH == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
            causes(workbook.newWorksheet("causes"));
        }
    }

    private static void causes(Worksheet sheet) throws IOException {
        sheet.value(0, 0, "cause");
        sheet.value(0, 1, "办法");
        sheet.value(0, 2, "remedy");
        int row = 1;
        for (Cause cause : Cause.values()) {
            sheet.value(row, 0, cause.id());
            sheet.value(row, 1, cause.remedy().zh());
            sheet.value(row++, 2, cause.remedy().en());
        }
        sheet.finish();
    }

    /** With a byte order mark, without which Excel takes UTF-8 for something else. */
    void csv(OutputStream out) throws IOException {
        try (OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().build(text);
            csv.writeRecord(SheetColumns.ALL);
            missing.forEach(each -> csv.writeRecord(cells(each)));
            csv.flush();
        }
    }

    private static List<String> cells(Missing missing) {
        return SheetColumns.ALL.stream()
                .map(heading -> switch (heading) {
                    case "target" -> missing.site().targetId();
                    case "targetName" -> missing.site().name().zh();
                    case "checkPoint" -> missing.due().point().id();
                    case "question" -> missing.due().point().text().zh();
                    case "channel" -> Objects.requireNonNullElse(missing.due().channelId(), "");
                    default -> "";
                })
                .toList();
    }
}
