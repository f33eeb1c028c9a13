package cn.lingpao.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.portal.RunningPortal;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
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

/** A person before a browser; what the page said in the console is checked when he leaves. */
final class Visit implements AutoCloseable {

    private static final List<String> EXPECTED = List.of("404", "403");

    private static final Browser BROWSER = browser();

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Visit(int width) {
        context = BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && EXPECTED.stream().noneMatch(message.text()::contains)) {
                faults.add(message.text());
            }
        });
    }

    /** One for all visits; it ends with the process. */
    private static Browser browser() {
        Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        assertThat(Files.isExecutable(chromium))
                .as("the browser tests need Chromium at %s: apt-get install chromium, or set CHROMIUM", chromium)
                .isTrue();
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    static Visit anonymous(int width) {
        return new Visit(width);
    }

    /** @param user his name at the issuer, which begins with his role */
    static Visit as(String user, int width) {
        Visit visit = new Visit(width);
        visit.page.navigate(visit.at("/workbench"));
        visit.page.fill("input[name=user]", user);
        visit.page.press("input[name=user]", "Enter");
        visit.page.waitForURL(visit.at("/workbench") + "**");
        return visit;
    }

    Page page() {
        return page;
    }

    String at(String path) {
        return RunningPortal.shared().address() + path;
    }

    List<String> barriers() {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(violations).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(BrowserIT::barrier)
                        .toList();
    }

    /** Presses the tabulator until the focus is on such an element. */
    void tabTo(String selector) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return;
            }
        }
        throw new AssertionError("the tabulator never reached " + selector + " on " + page.url());
    }

    String focused(String attribute) {
        return String.valueOf(page.evaluate("name => document.activeElement.getAttribute(name)", attribute));
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).as("faults in the console").isEmpty();
    }
}
