package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SheetIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(SheetIT.class), List.of(DataCollectionApplication.class));
        service.publish(Reference.framework());
        for (String campaign : List.of("filled", "faulty", "csv", "large")) {
            service.publish(SmallAssessment.campaign(campaign));
            service.publish(SmallAssessment.target(campaign, "a"), SmallAssessment.target(campaign, "b"));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_template_has_exactly_the_missing_cells_and_comes_back_filled() throws Exception {
        assertThat(missing("filled")).hasSize(6);
        byte[] file = workbook("observations", sheet -> {
            row(sheet, 1, "a", "service.met", "MET", LocalDateTime.of(2021, 10, 1, 10, 0));
            row(sheet, 2, "a", "service.share", 12.5, "2021-10-01 10:00");
            row(sheet, 3, "b", "service.met");
        });
        assertThat(counts(send("filled", "?dryRun=true", XLSX, file))).isEqualTo("2 0 0 1");
        assertThat(missing("filled")).hasSize(6);
        assertThat(counts(send("filled", "", XLSX, file))).isEqualTo("2 0 0 1");
        await().atMost(Duration.ofSeconds(60)).until(() -> missing("filled").size() == 4);
        assertThat(counts(send("filled", "", XLSX, file))).isEqualTo("0 2 0 1");
        assertThat(service.get("/api/v1/campaigns/filled/observations?checkPoint=service.met", "auditor")
                        .at("/items/0/observedAt"))
                .isEqualTo("2021-10-01T02:00:00Z");
        assertThat(service.get("/api/v1/campaigns/filled/observations/template?format=csv", "collector")
                        .text())
                .contains("b,样例,service.grade");
    }

    @Test
    void every_error_names_sheet_cell_and_reason_and_the_other_rows_are_taken() throws Exception {
        byte[] file = workbook("observations", sheet -> {
            row(sheet, 1, "a", "service.met", "MET", "2021-10-01 10:00");
            row(sheet, 2, "x", "service.met", "MET", "2021-10-01 10:00");
            row(sheet, 3, "a", "service.share", "MET", "2021-10-01 10:00");
            row(sheet, 4, "b", "service.met", "", "2021-10-01 10:00");
            sheet.formula(4, 2, "1+1");
            row(sheet, 5, "b", "service.share", 1, "sometime");
            row(sheet, 6, "b", "service.grade", "full", "2021-10-01");
            row(sheet, 7, "b", "service.grade", "part", "2021-10-01");
            sheet.range(6, 2, 7, 2).merge();
        });
        Answer answer = send("faulty", "", XLSX, file);
        assertThat(counts(answer)).isEqualTo("1 0 6 0");
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("sheet").asString() + "!"
                                + error.get("cell").asString() + " "
                                + error.get("code").asString()))
                .containsExactly(
                        "observations!A3 unknown-target",
                        "observations!C4 wrong-value",
                        "observations!C5 formula",
                        "observations!D6 wrong-type",
                        "observations!C7 merged-cells",
                        "observations!C8 merged-cells");
    }

    @Test
    void a_renamed_sheet_a_strange_heading_and_other_files_get_a_clear_answer() throws Exception {
        Answer renamed = send("faulty", "", XLSX, workbook("Tabelle1", sheet -> {}));
        assertThat(renamed.status()).isEqualTo(422);
        assertThat(renamed.at("/detail")).contains("'Tabelle1'").contains("'observations'");
        Answer heading = send("faulty", "", XLSX, workbook("observations", sheet -> sheet.value(0, 4, "colour")));
        assertThat(heading.at("/detail")).contains("observations!E1").contains("colour");
        assertThat(send("faulty", "", XLSX, new byte[] {'P', 'K', 3, 4, 0}).at("/code"))
                .isEqualTo("broken-workbook");
        assertThat(send("faulty", "", XLSX, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})
                        .at("/code"))
                .isEqualTo("old-workbook");
        assertThat(send("faulty", "", "text/csv", "target;value\n".getBytes(StandardCharsets.UTF_8))
                        .at("/code"))
                .isEqualTo("unknown-column");
    }

    @Test
    void a_csv_may_come_as_chinese_excel_saves_it() throws Exception {
        String csv = "target,targetName,checkPoint,value,observedAt,note\n"
                + "a,甲,service.met,NOT_MET,2021/10/1 9:05,说明\nb,乙,service.met,,,\n";
        Answer answer = send("csv", "", "text/csv", csv.getBytes(Charset.forName("GB18030")));
        assertThat(counts(answer)).isEqualTo("1 0 0 1");
        await().atMost(Duration.ofSeconds(60)).until(() -> service.get("/api/v1/campaigns/csv/observations", "auditor")
                .at("/items/0/evidence/0/note")
                .equals("说明"));
    }

    @Test
    void a_hundred_thousand_rows_are_answered() throws Exception {
        StringBuilder csv = new StringBuilder("target,checkPoint,value,observedAt\n");
        for (int row = 0; row < 100_001; row++) {
            csv.append("nowhere,service.met,MET,2021-10-01\n");
        }
        Answer answer = send("large", "?dryRun=true", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(counts(answer)).isEqualTo("0 0 100001 0");
        assertThat(answer.at("/errors/100000/code")).isEqualTo("too-many-rows");
    }

    private static List<Row> missing(String campaign) throws IOException {
        byte[] template = service.get("/api/v1/campaigns/" + campaign + "/observations/template", "collector")
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            List<Row> rows = workbook.findSheet("observations").orElseThrow().read();
            return rows.subList(1, rows.size());
        }
    }

    private static Answer send(String campaign, String query, String type, byte[] file) {
        return service.send(
                "POST", "/api/v1/campaigns/" + campaign + "/observations/sheet" + query, type, file, "collector");
    }

    private static String counts(Answer answer) {
        return answer.at("/accepted") + " " + answer.at("/repeated") + " " + answer.at("/rejected") + " "
                + answer.at("/open");
    }

    private static byte[] workbook(String name, Consumer<Worksheet> filled) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            List<String> headings = List.of("target", "checkPoint", "value", "observedAt");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            filled.accept(sheet);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof String text) {
                sheet.value(row, column, text);
            } else if (cells[column] instanceof LocalDateTime time) {
                sheet.value(row, column, time);
            } else if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            }
        }
    }
}
