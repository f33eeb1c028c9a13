package cn.lingpao.inspection.browser;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.PoliteWeb;
import cn.lingpao.inspection.web.Records;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One browser and the one thread that may speak to it. */
final class Worker {

    private static final long TO_START_SECONDS = 60;
    private static final long GRACE_MILLISECONDS = 2_000;

    private final Chromium.Settings settings;
    private final int gate;
    private final Visitor visitor;
    private final String mark = "--lingpao-browser=" + UUID.randomUUID();
    private ExecutorService thread = thread();
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser browser;

    Worker(Chromium.Settings settings, int gate, PoliteWeb web, Records records, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.visitor = new Visitor(settings, web, records, clock);
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("browser").factory());
    }

    Rendering open(URI url, boolean audited) {
        try {
            thread.submit(this::started).get(TO_START_SECONDS, TimeUnit.SECONDS);
            return thread.submit(() -> visitor.visit(started(), url, audited))
                    .get(settings.page().toMillis() + GRACE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            abandon();
            return failure.getCause() instanceof PlaywrightException said
                    ? Renderings.failed(url, String.valueOf(said.getMessage()))
                    : Renderings.unseen(url, Cause.NEEDS_BROWSER, "the browser failed: " + failure.getCause());
        } catch (TimeoutException late) {
            abandon();
            return Renderings.unseen(url, Cause.TIMEOUT, "the browser hung on this page and was ended");
        } catch (InterruptedException stopped) {
            abandon();
            Thread.currentThread().interrupt();
            return Renderings.unseen(url, Cause.NOT_TRIED, "the inspection was stopped");
        }
    }

    private com.microsoft.playwright.Browser started() {
        com.microsoft.playwright.Browser running = browser;
        if (running != null && running.isConnected()) {
            return running;
        }
        Playwright driver = playwright;
        if (driver == null) {
            driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = driver;
        }
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        com.microsoft.playwright.Browser launched;
        try {
            launched = driver.chromium().launch(options(!isRoot));
        } catch (PlaywrightException withoutSandbox) {
            launched = driver.chromium().launch(options(false));
        }
        browser = launched;
        return launched;
    }

    /** Everything goes through the gate, names included; nothing is asked for that the page does not ask for. */
    private BrowserType.LaunchOptions options(boolean sandboxed) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(settings.executable())
                .setHeadless(true)
                .setChromiumSandbox(sandboxed)
                .setTimeout(TimeUnit.SECONDS.toMillis(TO_START_SECONDS / 2))
                .setArgs(List.of(
                        mark,
                        "--proxy-server=http://127.0.0.1:" + gate,
                        "--proxy-bypass-list=<-loopback>",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--dns-prefetch-disable",
                        "--no-pings",
                        "--mute-audio"));
    }

    /** Ends the browser from outside: the thread that waits for it cannot. */
    private void abandon() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        thread.shutdownNow();
        thread = thread();
        browser = null;
        playwright = null;
    }

    void close() {
        thread.submit(() -> {
            Playwright driver = playwright;
            if (driver != null) {
                driver.close();
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                abandon();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            abandon();
        }
    }
}
