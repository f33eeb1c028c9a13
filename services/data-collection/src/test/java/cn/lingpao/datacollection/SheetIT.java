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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(SheetIT.class), List.of(DataCollectionApplication.class));
        service.publish(Reference.framework(), PlanIT.assigned("assigned"));
        service.publish(SmallAssessment.target("assigned", "a"));
        for (String campaign : List.of("filled", "faulty", "csv", "dates", "large")) {
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
    void the_template_is_what_the_plan_has_not_collected_channel_by_channel() {
        String plan = "/api/v1/campaigns/assigned/plan?state=not-collected";
        List<String> due = service.get(plan, "collector")
                .json()
                .get("items")
                .valueStream()
                .map(cell -> cell.get("checkPoint").asString() + "/"
                        + (cell.has("channel") ? cell.get("channel").asString() : ""))
                .toList();

        assertThat(due).contains("service.met/portal");
        assertThat(csvTemplate("assigned")
                        .lines()
                        .skip(1)
                        .map(row -> row.split(",", -1))
                        .map(row -> row[2] + "/" + row[4]))
                .containsExactlyElementsOf(due);
    }

    @Test
    void a_template_of_something_that_is_not_there_is_refused() {
        assertThat(template("nowhere", "").at("/code")).isEqualTo("unknown-campaign");
        assertThat(template("filled", "?target=x").at("/code")).isEqualTo("unknown-target");
        assertThat(template("filled", "?format=pdf").at("/code")).isEqualTo("wrong-format");
    }

    @Test
    void merged_cells_are_found_though_the_tabs_were_moved() throws Exception {
        byte[] file = workbook("observations", sheet -> {
            row(sheet, 1, "a", "service.met", "MET", "2021-10-01 11:00");
            row(sheet, 2, "a", "service.met", "MET", "2021-10-01 12:00");
            sheet.range(1, 3, 2, 3).merge();
        });

        Answer answer = send("faulty", "?dryRun=true", XLSX, withFirstTabLast(file));

        assertThat(answer.at("/errors/0/code")).isEqualTo("merged-cells");
        assertThat(counts(answer)).isEqualTo("0 0 2 0");
    }

    @Test
    void a_workbook_without_styles_is_read() throws Exception {
        byte[] file = workbook("observations", sheet -> row(sheet, 1, "a", "service.met", "MET", "2021-10-01 13:00"));

        Answer answer = send("faulty", "?dryRun=true", XLSX, withoutStyles(file));

        assertThat(counts(answer)).isEqualTo("1 0 0 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-10-05 9:05",
                "2021/10/5 09:05",
                "2021.10.5 9:05",
                "2021年10月5日 9时5分",
                "2021年10月5日9:05",
                "２０２１年10月5日 9：05",
                "2021-10-05T09:05:00+08:00",
                "2021-10-05T01:05:00Z"
            })
    void a_date_is_read_as_it_is_written_in_china(String written) {
        String csv = "target,checkPoint,value,observedAt\na,service.met,MET," + written + "\n";

        send("dates", "", "text/csv", csv.getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get("/api/v1/campaigns/dates/observations", "auditor")
                        .at("/items/0/observedAt")
                        .equals("2021-10-05T01:05:00Z"));
        assertThat(service.get("/api/v1/campaigns/dates/observations", "auditor")
                        .at("/total"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-02-30", "2021-9-31 10:00", "2021-10-01 24:00", "10/1/2021", "20211001", "44470", "sometime"
            })
    void what_is_no_date_is_refused_with_what_to_write(String written) {
        String csv = "target,checkPoint,value,observedAt\na,service.met,MET," + written + "\n";

        Answer answer = send("dates", "?dryRun=true", "text/csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.at("/errors/0/cell")).isEqualTo("D2");
        assertThat(answer.at("/errors/0/reason")).contains("is no date", "2021-10-01 9:30");
    }

    @Test
    void a_number_that_is_no_day_refuses_its_row() throws Exception {
        byte[] file = workbook("observations", sheet -> {
            row(sheet, 1, "a", "service.met", "MET", 1e300);
            row(sheet, 2, "a", "service.met", "MET", -1e300);
            row(sheet, 3, "a", "service.met", "MET", 44470.5);
        });

        Answer answer = send("dates", "?dryRun=true", XLSX, file);

        assertThat(counts(answer)).isEqualTo("1 0 2 0");
        assertThat(answer.at("/errors/1/cell")).isEqualTo("D3");
    }

    @ParameterizedTest
    @CsvSource({"';',UTF-8", "'\t',UTF-8", "'\t',UTF-16", "';',GB18030", "',',UTF-16"})
    void a_csv_may_be_separated_and_encoded_as_spreadsheets_do_it(String separator, String charset) {
        String csv = String.join(separator, "target", "targetName", "checkPoint", "value", "observedAt", "note") + "\n"
                + String.join(separator, "a", "甲", "service.share", "12,5", "2021/10/1 9:05", "说明") + "\n"
                + String.join(separator, "a", "甲", "service.met", "MET", "2021/10/1 9:05", "说明") + "\n";
        String quoted = separator.equals(",") ? csv.replace("12,5", "\"12,5\"") : csv;

        Answer answer = send("csv", "?dryRun=true", "text/csv", quoted.getBytes(Charset.forName(charset)));

        assertThat(counts(answer)).isEqualTo("1 0 1 0");
        assertThat(answer.at("/errors/0/cell")).isEqualTo("D2");
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
        assertThat(send("faulty", "", "text/csv", "target;colour\n".getBytes(StandardCharsets.UTF_8))
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
    void a_row_of_a_sheet_is_no_longer_than_one_of_a_batch() {
        String csv = "target,checkPoint,value,observedAt,note\na,service.met,MET,2021-10-01," + "x".repeat(2_000_000)
                + "\na,service.met,MET,2021-10-02,short\n";

        Answer answer = send("dates", "?dryRun=true", "text/csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(counts(answer)).isEqualTo("1 0 1 0");
        assertThat(answer.at("/errors/0/code")).isEqualTo("row-too-long");
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

    private static Answer template(String campaign, String query) {
        return service.get("/api/v1/campaigns/" + campaign + "/observations/template" + query, "collector");
    }

    private static String csvTemplate(String campaign) {
        return template(campaign, "?format=csv").text();
    }

    /** What a spreadsheet saves when the tab of the first sheet is drawn behind another: the files keep their names. */
    private static byte[] withFirstTabLast(byte[] workbook) throws IOException {
        return edited(workbook, (name, part) -> part.replaceFirst("(<sheet [^>]*/>)(<sheet [^>]*/>)", "$2$1"));
    }

    /** As programs write it that lay nothing out. */
    private static byte[] withoutStyles(byte[] workbook) throws IOException {
        return edited(
                workbook,
                (name, part) -> name.endsWith("styles.xml")
                        ? ""
                        : part.replaceFirst("<(Override|Relationship) [^>]*styles[^>]*/>", ""));
    }

    /** @param edit of the name and the text of each part; a part without text is left out */
    private static byte[] edited(byte[] workbook, BinaryOperator<String> edit) throws IOException {
        Path file = Files.write(folder.resolve("edited.xlsx"), workbook);
        ByteArrayOutputStream edited = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(edited)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] part = from.getInputStream(entry).readAllBytes();
                String text = edit.apply(entry.getName(), new String(part, StandardCharsets.UTF_8));
                if (!text.isEmpty()) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return edited.toByteArray();
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
            workbook.newWorksheet("other").value(0, 0, "nothing");
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
