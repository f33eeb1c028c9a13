package cn.lingpao.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.portal.RunningPortal;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser: no fault in the console, usable by keyboard and screen readers, on a desk and a phone. */
class BrowserIT {

    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final String SHEET = "/results/demo/2/targets/provincial-3";

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        assertThat(Files.isExecutable(chromium))
                .as(
                        "the browser tests need Chromium at %s: apt-get install chromium fonts-noto-cjk, or set CHROMIUM",
                        chromium)
                .isTrue();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?", "/results/demo?", "/results/wide?q=place+12&", SHEET + "?", "/results/nobody?"})
    void a_page_has_no_serious_barrier_in_either_language_and_on_any_screen(String path) {
        for (String language : List.of("zh", "en")) {
            for (int width : List.of(1280, 390)) {
                visit(path + "lang=" + language, width, true, page -> {
                    List<String> barriers = new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .map(BrowserIT::barrier)
                                    .toList();
                    assertThat(barriers).as("%s %s %d", path, language, width).isEmpty();
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/results/demo", "/results/wide", SHEET})
    void a_phone_never_scrolls_sideways(String path) {
        visit(path, 360, true, page -> assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(360));
    }

    @Test
    void search_filters_while_the_reader_types() {
        visit("/results/wide", 1280, true, page -> {
            page.fill("#q", "place 12");
            assertThat(page.locator("#ranking tbody tr:visible").count()).isEqualTo(4);
            assertThat(page.textContent("#found")).isEqualTo("显示 4 / 122");
            page.fill("#q", "nobody");
            assertThat(page.isVisible("#none")).isTrue();
        });
    }

    @Test
    void drawings_follow_the_tables() {
        visit("/results/demo", 1280, true, page -> {
            page.waitForSelector("#compare-chart svg");
            page.selectOption("#compare-by", "1");
            assertThat(page.textContent("#compare-chart")).contains("虚构丙寅市");
        });
        visit(SHEET, 1280, true, page -> {
            page.waitForSelector("#radar-chart svg");
            assertThat(page.textContent("#radar-chart")).contains("社会满意度");
        });
    }

    @Test
    void the_page_works_without_a_script() {
        visit("/results/demo", 1280, false, page -> {
            page.click("nav.tabs a >> nth=2");
            assertThat(page.locator("#ranking tbody tr").count()).isEqualTo(20);
            page.fill("#q", "Invented place 7");
            page.click("form.search button");
            assertThat(page.locator("#ranking tbody tr").count()).isEqualTo(1);
            page.click("#ranking tbody a");
            assertThat(page.textContent("h1")).contains("Invented place 7");
        });
    }

    @Test
    void a_keyboard_reaches_content_and_language() {
        visit("/results/demo", 1280, true, page -> {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
            page.click("a.language");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        });
    }

    private static void visit(String path, int width, boolean scripts, java.util.function.Consumer<Page> reader) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts);
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    faults.add(message.text());
                }
            });
            page.navigate(PORTAL.address() + path);
            reader.accept(page);
            assertThat(faults).as("faults in the console of %s", path).isEmpty();
        }
    }

    static String barrier(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
