package cn.lingpao.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.portal.CannedFieldwork;
import cn.lingpao.portal.RunningPortal;
import cn.lingpao.portal.fieldwork.Seen;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbench in a real browser: signing in, the board, tasks and evidence, by keyboard, in both languages. */
class WorkbenchIT {

    private static final CannedFieldwork FIELDWORK = RunningPortal.shared().fieldwork();
    private static final String PIECE = "/workbench/live/evidence/" + CannedFieldwork.HASH;

    private static final List<String> PAGES = List.of(
            "/workbench?",
            "/workbench/live?q=t1&",
            "/workbench/live?by=indicator&q=t6&state=undetermined&",
            "/workbench/live/points?target=t01&",
            "/workbench/live/tasks?",
            "/workbench/live/observe?target=t01&checkPoint=leadership.group&",
            "/workbench/live/programs?",
            "/workbench/live/evidence?sha256=nonsense&",
            "/workbench/live/evidence?",
            PIECE + "?verify=now&",
            "/workbench/live/points?target=nobody&",
            "/workbench/elsewhere?");

    @BeforeEach
    void nobody_holds_anything() {
        FIELDWORK.reset();
    }

    @Test
    void a_page_has_no_serious_barrier_in_either_language_and_on_any_screen() {
        for (int width : List.of(1280, 390)) {
            try (Visit visit = Visit.as("reviewer-1", width)) {
                for (String language : List.of("zh", "en")) {
                    PAGES.forEach(path -> {
                        visit.page().navigate(visit.at(path + "lang=" + language));
                        assertThat(visit.barriers())
                                .as("%s %s %d", path, language, width)
                                .isEmpty();
                        assertThat((int) visit.page().evaluate("document.documentElement.scrollWidth"))
                                .as("%s %s sideways at %d", path, language, width)
                                .isLessThanOrEqualTo(width);
                    });
                }
            }
        }
    }

    @Test
    void a_reviewer_works_with_the_keyboard_alone() {
        try (Visit visit = Visit.anonymous(1440)) {
            Page page = visit.page();
            page.navigate(visit.at("/workbench/live"));
            page.waitForSelector("input[name=user]:focus");
            page.keyboard().type("reviewer-1");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/workbench/live.*"));
            assertThat(page.textContent(".person")).contains("reviewer-1", "审核员");

            visit.tabTo("#board a");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            String field = visit.focused("id");
            assertThat(field).startsWith("f-t02-");
            assertThat(page.textContent("#detail")).contains("虚构2市");
            assertThat(page.locator("#board a[tabindex='0']").count()).isEqualTo(1);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/points.*"));
            assertThat(page.textContent("h1")).contains("虚构2市");

            visit.tabTo(".places a[href$='/tasks']");
            page.keyboard().press("Enter");
            page.waitForSelector(".points.tasks");
            visit.tabTo(".acts button");
            page.keyboard().press("Enter");
            page.waitForSelector("#said");
            assertThat(visit.focused("id")).isEqualTo("said");
            assertThat(page.textContent("#said")).startsWith("已领取：");

            visit.tabTo("summary.button");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().type("没有访问条件");
            page.keyboard().press("Enter");
            page.waitForSelector("#said:has-text('已退回')");
            assertThat(page.textContent(".history")).contains("没有访问条件");

            visit.tabTo(".places a[href$='/evidence']");
            page.keyboard().press("Enter");
            page.waitForSelector(".captures");
            visit.tabTo(".captures a[href*='ab12cd34']");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*ab12cd34.*"));
            visit.tabTo(".verify-piece button");
            page.keyboard().press("Enter");
            page.waitForSelector("#verify .good");
            assertThat(page.textContent("#verify")).contains("完好");
        }
    }

    @Test
    void a_collector_delivers_what_he_saw_with_the_file_that_shows_it() {
        try (Visit visit = Visit.as("collector", 1280)) {
            Page page = visit.page();
            page.navigate(visit.at("/workbench/live/points?target=t01&node=leadership.group"));
            visit.tabTo(".acts a.button");
            page.keyboard().press("Enter");
            page.waitForSelector(".observe");
            visit.tabTo("input[value=MET]");
            page.keyboard().press("ArrowDown");
            assertThat(visit.focused("value")).isEqualTo("NOT_MET");
            page.keyboard().press("Enter");
            page.waitForSelector("#said a[href='#file']");
            assertThat(visit.barriers()).isEmpty();

            page.setInputFiles(
                    "#file", new FilePayload("seen.html", "text/html", "<p>nothing here</p>".getBytes(UTF_8)));
            page.click(".observe button");
            page.waitForSelector("#said:has-text('已送交')");
            assertThat(page.url()).contains("/points?target=t01&node=leadership.group");
        }
        Seen seen = FIELDWORK.delivered.getFirst();
        assertThat(seen.value()).isEqualTo("NOT_MET");
        assertThat(seen.evidence().getFirst().sha256()).isEqualTo(CannedFieldwork.HASH);
        assertThat(FIELDWORK.brought.getFirst()).containsEntry("kind", "page").containsEntry("target", "t01");
    }

    @Test
    void what_the_intake_refuses_is_said_beside_what_was_filled_in() {
        try (Visit visit = Visit.as("collector", 390)) {
            Page page = visit.page();
            page.navigate(visit.at("/workbench/live/observe?target=t01&checkPoint=migration.share"));
            page.check("input[value=NUMBER]");
            page.fill("#number", "87.5");
            page.fill("#observedAt", "2099-01-01T09:30");
            page.click(".observe button");
            assertThat(page.textContent("#said")).contains("没有收下", "在将来");
            assertThat(page.inputValue("#number")).isEqualTo("87.5");
            assertThat(visit.barriers()).isEmpty();
        }
    }

    @Test
    void of_two_who_claim_the_second_is_told_who_was_faster() {
        try (Visit visit = Visit.as("reviewer-1", 1280)) {
            Page page = visit.page();
            page.navigate(visit.at("/workbench/live/tasks?lang=en"));
            String[] task = page.getAttribute(".acts form", "action").split("/");
            FIELDWORK.hold(task[4], task[5], "inspector-3");
            page.click(".acts button");
            assertThat(page.textContent("#said")).contains("inspector-3 has claimed");
            assertThat(page.textContent(".point .acts")).contains("Held by inspector-3");
        }
    }

    @Test
    void the_board_tells_the_news_without_moving_the_focus() {
        try (Visit visit = Visit.as("auditor", 1280)) {
            Page page = visit.page();
            page.navigate(visit.at("/workbench/live?state=undetermined&pause=200"));
            page.locator("#board tbody td a.undetermined").first().focus();
            String field = visit.focused("id");
            String target = field.split("-")[1];
            String query = page.getAttribute("#" + field.replace(".", "\\."), "href");
            String node = query.substring(query.indexOf("node=") + 5);
            FIELDWORK.points("live", Map.of("target", target, "node", node)).items().stream()
                    .filter(point -> point.task())
                    .forEach(point -> FIELDWORK.hold(target, point.checkPoint(), "inspector-3"));
            page.waitForSelector("#board a.held");
            assertThat(visit.focused("id")).isEqualTo(field);
            assertThat(visit.focused("aria-label")).contains("inspector-3");
            assertThat(page.textContent("#detail")).contains("inspector-3");
            assertThat(page.textContent("#holders")).contains("inspector-3");
        }
    }

    @Test
    void rows_that_come_or_go_are_taken_over_and_the_focus_stays_on_its_field() {
        try (Visit visit = Visit.as("auditor", 1280)) {
            Page page = visit.page();
            page.navigate(visit.at("/workbench/live?q=t01&pause=200"));
            page.locator("#board tbody td a").nth(3).focus();
            String field = visit.focused("id");
            page.evaluate("() => { const live = document.getElementById('live');"
                    + " live.dataset.live = live.dataset.live.replace('q=t01', 'q=t0'); }");
            page.waitForFunction("() => document.querySelectorAll('#board tbody tr').length === 9");
            assertThat(visit.focused("id")).isEqualTo(field);
            assertThat(page.locator("#board a[tabindex='0']").count()).isEqualTo(1);
            assertThat(visit.focused("tabindex")).isEqualTo("0");
        }
    }

    @Test
    void who_has_no_fitting_role_is_told_which_one() {
        try (Visit visit = Visit.as("judge", 1280)) {
            Page page = visit.page();
            assertThat(page.navigate(visit.at("/workbench/live/tasks")).status())
                    .isEqualTo(403);
            assertThat(page.textContent("main")).contains("采集员", "审核员", "审计员", "管理员", "案例评委");
            assertThat(visit.barriers()).isEmpty();
        }
    }

    @Test
    void who_meets_a_failure_stays_in_the_workbench_and_signed_in() {
        try (Visit visit = Visit.as("reviewer-1", 1280)) {
            Page page = visit.page();
            for (String path : List.of("elsewhere", "live/elsewhere", "live/tasks?page=x", "a/b/c/d")) {
                page.navigate(visit.at("/workbench/" + path));
                assertThat(page.textContent(".person")).as(path).contains("reviewer-1");
                assertThat(page.getAttribute(".failure a.button", "href"))
                        .as(path)
                        .isEqualTo("/workbench");
            }
        }
    }

    @Test
    void changed_bytes_are_called_changed() {
        FIELDWORK.intact = false;
        try (Visit visit = Visit.as("auditor", 1280)) {
            visit.page().navigate(visit.at(PIECE + "?verify=now"));
            assertThat(visit.page().textContent("#verify")).contains("不一致", "0000");
            assertThat(visit.page().textContent(".source")).contains("<script>alert(1)</script>");
        }
    }

    @Test
    void drawings_follow_the_progress() {
        try (Visit visit = Visit.as("auditor", 1280)) {
            visit.page().navigate(visit.at("/workbench/live?by=collector"));
            visit.page().waitForSelector("#progress-chart svg");
            assertThat(visit.page().textContent("#progress-chart")).contains("site-collector", "人工");
        }
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_issuer() {
        try (Visit visit = Visit.as("auditor", 1280)) {
            Page page = visit.page();
            page.click(".who button");
            page.waitForURL(visit.at("/"));
            page.waitForSelector(".brand");
            page.navigate(visit.at("/workbench"));
            assertThat(page.locator("input[name=user]").count()).isEqualTo(1);
        }
    }
}
