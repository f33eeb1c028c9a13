package cn.lingpao.inspection.browser;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.browser.Rendering.Violation;
import cn.lingpao.inspection.reading.Scripts;
import cn.lingpao.inspection.web.Answers;
import cn.lingpao.inspection.web.Gate;
import cn.lingpao.inspection.web.PoliteWeb;
import cn.lingpao.inspection.web.Records;
import cn.lingpao.inspection.web.WebAddress;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One visit of a page: what it shows when it has come to rest. */
final class Visitor {

    private static final int QUIET_MILLISECONDS = 5_000;
    private static final int TALLEST = 10_000;
    private static final int LONGEST_DOCUMENT = 16 << 20;

    private static final int LOOK_UP_SECONDS = 5;
    private static final int MOST_ELEMENTS = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ExecutorService lookUps = Executors.newVirtualThreadPerTaskExecutor();
    private final Chromium.Settings settings;
    private final PoliteWeb web;
    private final Records records;
    private final Clock clock;

    Visitor(Chromium.Settings settings, PoliteWeb web, Records records, Clock clock) {
        this.settings = settings;
        this.web = web;
        this.records = records;
        this.clock = clock;
    }

    Rendering visit(com.microsoft.playwright.Browser browser, URI url, boolean audited) {
        try (BrowserContext context = browser.newContext(options(browser))) {
            context.setDefaultTimeout(settings.page().toMillis() / 3.0);
            Page page = context.newPage();
            context.route("**/*", route -> decide(page, route));
            AtomicBoolean broken = watched(page);
            Instant at = clock.instant();
            long started = System.nanoTime();
            Response response = page.navigate(
                    url.toString(),
                    new Page.NavigateOptions()
                            .setWaitUntil(WaitUntilState.COMMIT)
                            .setTimeout(settings.page().toMillis() / 2.0));
            boolean isComplete = reaches(page, LoadState.LOAD, settings.page().toMillis() / 2.0);
            Duration complete = isComplete ? Duration.ofNanos(System.nanoTime() - started) : Duration.ZERO;
            reaches(page, LoadState.NETWORKIDLE, QUIET_MILLISECONDS);
            return shown(page, response, url, at, complete, broken, audited);
        } catch (TimeoutError late) {
            return Renderings.unseen(url, Cause.TIMEOUT, "the browser says: " + late.getMessage());
        }
    }

    /** Hears when a script fails, or what it needs does not come; libraries and counters aside. */
    private static AtomicBoolean watched(Page page) {
        AtomicBoolean broken = new AtomicBoolean();
        page.onPageError(error -> broken.set(true));
        page.onRequestFailed(request -> broken.compareAndSet(false, matters(request)));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                broken.compareAndSet(false, matters(response.request()));
            }
        });
        return broken;
    }

    private static boolean matters(Request request) {
        return request.resourceType().matches("xhr|fetch|script") && !Scripts.isKnown(request.url());
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(com.microsoft.playwright.Browser browser) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setUserAgent("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
                        + browser.version() + " Safari/537.36 " + settings.userAgent())
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setAcceptDownloads(false)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1366, 900);
    }

    /** robots.txt holds for what a browser asks for as well; a page that opens others is one page all the same. */
    private void decide(Page page, Route route) {
        Optional<URI> address = WebAddress.of(route.request().url());
        try {
            if (address.isPresent() && isOf(page, route.request()) && mayBeAsked(address.get())) {
                route.resume();
            } else {
                route.abort("blockedbyclient");
            }
        } catch (PlaywrightException gone) {
            // the page was closed meanwhile
        }
    }

    private static boolean isOf(Page page, Request request) {
        try {
            return request.frame().page().equals(page);
        } catch (PlaywrightException notYetThere) {
            return false;
        }
    }

    /** A page must not wait long for the robots.txt of everybody it takes something from. */
    private boolean mayBeAsked(URI address) {
        Future<Boolean> allowed = lookUps.submit(() -> web.allowed(address));
        try {
            return allowed.get(LOOK_UP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean reaches(Page page, LoadState state, double milliseconds) {
        try {
            page.waitForLoadState(state, new Page.WaitForLoadStateOptions().setTimeout(milliseconds));
            return true;
        } catch (TimeoutError restless) {
            return false;
        }
    }

    private Rendering shown(
            Page page,
            @Nullable Response response,
            URI requested,
            Instant at,
            Duration complete,
            AtomicBoolean broken,
            boolean audited) {
        Optional<URI> ended = WebAddress.of(page.url());
        if (ended.isEmpty()) {
            return Renderings.unseen(requested, Cause.REDIRECT, "the page led the browser to " + page.url());
        }
        URI url = ended.get();
        String html = page.content();
        if (html.length() > LONGEST_DOCUMENT) {
            return Renderings.unseen(requested, Cause.TOO_LARGE, "the document has " + html.length() + " characters");
        }
        int status = response == null ? 0 : response.status();
        String refusal = response == null ? null : response.headers().get(Gate.REFUSAL.toLowerCase(Locale.ROOT));
        if (refusal != null) {
            return Renderings.refused(requested, refusal);
        }
        if (!web.allowed(url)) {
            return Renderings.unseen(requested, Cause.ROBOTS, "robots.txt forbids " + url);
        }
        byte[] screenshot = screenshot(page);
        List<Rule> broke = audited ? new AxeBuilder(page).analyze().getViolations() : List.of();
        List<String> evidence = kept(url, at, screenshot, html);
        if (audited) {
            evidence.add(records.keep(URI.create("urn:axe:" + url), at, "application/json", report(broke)));
        }
        Optional<Answers.Judgement> judged = Answers.judged(status, html);
        return new Rendering(
                requested,
                url,
                status,
                page.title(),
                html,
                screenshot,
                complete,
                broken.get(),
                broke.stream().map(Visitor::violation).toList(),
                judged.map(Answers.Judgement::cause).orElse(null),
                judged.map(Answers.Judgement::detail).orElse(""),
                List.copyOf(evidence));
    }

    private List<String> kept(URI url, Instant at, byte[] screenshot, String html) {
        List<String> evidence = new ArrayList<>();
        if (screenshot.length > 0) {
            evidence.add(records.keep(URI.create("urn:view:" + url), at, "image/png", screenshot));
        }
        evidence.add(records.keep(
                URI.create("urn:rendered:" + url),
                at,
                "text/html;charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8)));
        return evidence;
    }

    private static byte[] screenshot(Page page) {
        Object height = Chromium.quietly(() -> page.evaluate("document.documentElement.scrollHeight"), 0);
        boolean isWhole = height instanceof Number number && number.intValue() <= TALLEST;
        return Chromium.quietly(() -> page.screenshot(new Page.ScreenshotOptions().setFullPage(isWhole)), new byte[0]);
    }

    private static Violation violation(Rule rule) {
        return new Violation(
                rule.getId(),
                String.valueOf(rule.getImpact()),
                rule.getHelp(),
                rule.getNodes().size());
    }

    /** What the audit found, with the elements it means; none of them makes the file look like a page. */
    private static byte[] report(List<Rule> broke) {
        String report = JSON.writeValueAsString(broke.stream()
                .map(rule -> Map.of(
                        "rule",
                        rule.getId(),
                        "impact",
                        String.valueOf(rule.getImpact()),
                        "help",
                        rule.getHelp(),
                        "elements",
                        rule.getNodes().stream()
                                .limit(MOST_ELEMENTS)
                                .map(CheckedNode::getHtml)
                                .toList()))
                .toList());
        return report.replace("<", "\\u003c").getBytes(StandardCharsets.UTF_8);
    }
}
