package cn.lingpao.inspection.browser;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.Gate;
import cn.lingpao.inspection.web.PoliteWeb;
import cn.lingpao.inspection.web.Records;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chromium as installed on this machine, some of them side by side; a page that hangs one gets it killed. */
public final class Chromium implements Browser, AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final BlockingQueue<Worker> idle;
    private final List<Worker> workers;
    private final PoliteWeb web;
    private final Gate gate;

    /**
     * What the browsers need.
     *
     * @param executable of Chromium or Chrome
     * @param userAgent is added to the browser's own name
     * @param page the longest one page may take
     */
    public record Settings(Path executable, String userAgent, int browsers, Duration page) {}

    public Chromium(Settings settings, PoliteWeb web, Records records, Clock clock) {
        this.web = web;
        this.gate = web.gate();
        this.workers = Stream.generate(() -> new Worker(settings, gate.port(), web, records, clock))
                .limit(settings.browsers())
                .toList();
        this.idle = new ArrayBlockingQueue<>(settings.browsers(), true, workers);
    }

    /** Where Chromium is on this machine: {@code LINGPAO_CHROMIUM}, or by its usual names on the path. */
    public static Optional<Path> onThisMachine() {
        String named = System.getenv("LINGPAO_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Rendering render(URI url) {
        return open(url, false);
    }

    @Override
    public Rendering audit(URI url) {
        return open(url, true);
    }

    private Rendering open(URI url, boolean audited) {
        Optional<Capture> refusal = web.refusal(url);
        if (refusal.isPresent()) {
            Capture refused = refusal.get();
            @Nullable Cause cause = refused.cause();
            return Renderings.unseen(url, cause == null ? Cause.NOT_TRIED : cause, refused.detail());
        }
        if (!web.awaitTurn(url)) {
            return Renderings.unseen(url, Cause.RATE_LIMITED, "it was not our turn at this host in time");
        }
        return withWorker(url, worker -> worker.open(url, audited));
    }

    private Rendering withWorker(URI url, Function<Worker, Rendering> work) {
        Worker worker;
        try {
            worker = Waiting.<@Nullable Worker, InterruptedException>inLine(
                    () -> idle.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            worker = null;
        }
        if (worker == null) {
            return Renderings.unseen(url, Cause.NOT_TRIED, "no browser was free in time");
        }
        Worker busy = worker;
        try {
            return work.apply(busy);
        } finally {
            idle.add(busy);
        }
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        gate.close();
    }

    static <T> T quietly(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            return otherwise;
        }
    }
}
