package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lingpao plan}, {@code task} and {@code sheet}. */
class CollectingCommandsTest {

    private static final String TASK = """
            {"target": "x01", "checkPoint": "p.one", "state": "%s", "until": "2026-11-30", "escalated": true%s}""";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void the_plan_is_counted_and_added_up() {
        gateway.on("GET /campaigns/c/plan/progress", 200, """
                {"by": "day", "rows": [
                  {"key": "2026-11-20", "count": {"due": 5, "collected": 4, "undetermined": 1, "notCollected": 0, "tasks": 1, "escalated": 0}},
                  {"key": "2026-11-30", "count": {"due": 3, "collected": 0, "undetermined": 0, "notCollected": 3, "tasks": 2, "escalated": 1}}]}""");
        Said said = gateway.lingpao("plan", "c", "--by", "day");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("not collected", "2026-11-20", "collected 4 of 8");
    }

    @Test
    void tasks_are_listed_as_asked_for() {
        gateway.on(
                "GET /campaigns/c/tasks",
                200,
                "{\"total\": 1, \"items\": [" + TASK.formatted("claimed", ", \"holder\": \"li na\"") + "]}");
        Said said = gateway.lingpao("task", "list", "c", "--state", "claimed", "--holder", "li na", "--escalated");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("! 2026-11-30 x01/p.one  claimed by li na", "tasks: 1");
    }

    @Test
    void who_is_too_late_is_told_who_holds_the_task() {
        gateway.on("POST /campaigns/c/tasks/x01/p.one/claim", 409, """
                {"title": "Conflict", "status": 409, "code": "held", "detail": "li na holds x01/p.one"}""");
        Said said = gateway.lingpao("task", "claim", "c", "x01", "p.one");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("li na holds x01/p.one");
    }

    @Test
    void a_program_is_told_how_a_person_claims() {
        gateway.on("POST /campaigns/c/tasks/x01/p.one/claim", 403, """
                {"title": "Forbidden", "status": 403, "code": "not-a-person", "detail": "tasks are for people"}""");
        assertThat(gateway.lingpao("task", "claim", "c", "x01", "p.one").err()).contains("LINGPAO_TOKEN");
    }

    @Test
    void a_returned_task_carries_its_reason() {
        gateway.on("POST /campaigns/c/tasks/x01/p.one/return", 200, TASK.formatted("open", ""));
        Said said = gateway.lingpao("task", "return", "c", "x01", "p.one", "--reason", "没有\"权限\"");
        assertThat(said.out()).contains("x01/p.one  open");
        assertThat(gateway.only().body()).isEqualTo("{\"reason\":\"没有\\\"权限\\\"\"}");
    }

    @Test
    void a_template_is_written_to_the_file() throws IOException {
        gateway.on("GET /campaigns/c/observations/template", 200, "target,checkPoint");
        Path file = folder.resolve("open.csv");
        assertThat(gateway.lingpao("sheet", "template", "c", "--output", file.toString(), "--target", "x01")
                        .exit())
                .isZero();
        assertThat(file).hasContent("target,checkPoint");
        assertThat(gateway.lingpao("sheet", "template", "c", "--output", "open.ods")
                        .err())
                .contains("neither .xlsx nor .csv");
    }

    @Test
    void a_fault_of_a_sheet_is_named_by_its_cell() throws IOException {
        gateway.on("POST /campaigns/c/observations/sheet", 200, """
                {"dryRun": true, "sheet": "observations", "accepted": 1, "repeated": 0, "rejected": 1, "open": 2,
                 "errors": [{"sheet": "observations", "row": 3, "cell": "C3", "field": "value", "code": "formula", "reason": "a formula"}]}""");
        Path file = Files.writeString(folder.resolve("f.csv"), "target");
        Said said = gateway.lingpao("sheet", "upload", "c", file.toString(), "--dry-run");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("f.csv:observations!C3: a formula [formula]");
        assertThat(said.out())
                .contains("dry run, nothing was stored; observations: 1 accepted, 0 repeated, 1 rejected, 2 rows");
        assertThat(gateway.lingpao("sheet", "upload", "c", "none.csv").err()).contains("there is no file none.csv");
    }
}
