package cn.lingpao.cli;

import cn.lingpao.inspection.archive.WarcArchive;
import cn.lingpao.inspection.browser.Chromium;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import cn.lingpao.inspection.check.Parameters;
import cn.lingpao.inspection.run.Assignment;
import cn.lingpao.inspection.run.CollectionRun;
import cn.lingpao.inspection.run.Outcome;
import cn.lingpao.inspection.web.AddressRule;
import cn.lingpao.inspection.web.Certificates;
import cn.lingpao.inspection.web.Cidr;
import cn.lingpao.inspection.web.Limits;
import cn.lingpao.inspection.web.Names;
import cn.lingpao.inspection.web.PoliteWeb;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a collection together from its parts and runs it in a folder of its own. */
final class Collection {

    private static final Duration LONGEST_CHECK = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(45);
    private static final int BROWSERS = 2;
    private static final String PRODUCT = "LingpaoCollector/0.1";
    private static final String DISABLED = "jdk.tls.disabledAlgorithms";

    private Collection() {}

    /** What was asked for. */
    record Request(
            Path output,
            List<Check> checks,
            List<Cidr> networks,
            Map<String, String> parameters,
            String userAgent,
            int parallel,
            Duration delay,
            Duration perChannel,
            boolean withBrowser) {}

    /** The name of a collector whose operator gave none. */
    static String anonymous() {
        return PRODUCT + " (assessment of government websites; no contact given)";
    }

    static List<Outcome> run(Request request, List<Assignment> assignments, Consumer<String> tell) throws IOException {
        if (request.userAgent().equals(anonymous())) {
            tell.accept(
                    "nobody can be reached under this user agent; give --user-agent 'Name/1.0 (+mailto:you@your.org)'");
        }
        folder(request.output());
        try (FileChannel lock = locked(request.output());
                WarcArchive archive = WarcArchive.open(
                        request.output().resolve("collection.warc.gz"),
                        about(request),
                        Clock.systemUTC().instant())) {
            return run(request, assignments, archive, tell);
        }
    }

    private static List<Outcome> run(
            Request request, List<Assignment> assignments, WarcArchive archive, Consumer<String> tell)
            throws IOException {
        PoliteWeb web = web(request, archive);
        Optional<Chromium> browser = browser(request, web, archive, tell);
        try {
            return run(
                    request,
                    assignments,
                    archive,
                    tell,
                    new Inspection.Tools(
                            web,
                            Clock.systemUTC(),
                            new Parameters(request.parameters()),
                            browser.map(chromium -> chromium)));
        } finally {
            browser.ifPresent(Chromium::close);
        }
    }

    private static List<Outcome> run(
            Request request,
            List<Assignment> assignments,
            WarcArchive archive,
            Consumer<String> tell,
            Inspection.Tools tools)
            throws IOException {
        CollectionRun.Settings settings = new CollectionRun.Settings(
                request.output(), request.parallel(), LONGEST_CHECK, request.perChannel(), archive::intact);
        try (Shown shown = new Shown(tell)) {
            return new CollectionRun(assignments, request.checks(), tools, settings, shown).run();
        }
    }

    private static PoliteWeb web(Request request, WarcArchive archive) {
        likeABrowser();
        return new PoliteWeb(new PoliteWeb.Settings(
                request.userAgent(),
                Limits.DEFAULT.withDelay(request.delay()),
                new AddressRule(request.networks()),
                Names.ofThisMachine(),
                Certificates.ofThisMachine(),
                archive,
                Clock.systemUTC()));
    }

    private static Optional<Chromium> browser(
            Request request, PoliteWeb web, WarcArchive archive, Consumer<String> tell) {
        Optional<Path> executable = request.withBrowser() ? Chromium.onThisMachine() : Optional.empty();
        if (request.withBrowser() && executable.isEmpty()) {
            tell.accept(
                    "no Chromium found on this machine: page sources only, no screenshots and no accessibility audit");
        }
        return executable.map(found -> new Chromium(
                new Chromium.Settings(found, request.userAgent(), BROWSERS, LONGEST_PAGE),
                web,
                archive,
                Clock.systemUTC()));
    }

    /** Browsers still accept RSA key exchange, which this JDK does not unless it is told. */
    private static void likeABrowser() {
        Security.setProperty(DISABLED, Security.getProperty(DISABLED).replaceAll(",?\\s*TLS_RSA_\\*", ""));
    }

    private static Map<String, String> about(Request request) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("software", PRODUCT);
        about.put("format", "WARC File Format 1.1");
        about.put("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/");
        about.put("robots", "obey");
        about.put("http-header-user-agent", request.userAgent());
        return about;
    }

    private static void folder(Path output) throws IOException {
        try {
            Files.createDirectories(output);
        } catch (FileAlreadyExistsException file) {
            throw new CommandFailure(output + " is a file, not a folder");
        }
    }

    private static FileChannel locked(Path output) throws IOException {
        FileChannel file =
                FileChannel.open(output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file) == null) {
            file.close();
            throw new CommandFailure("another collection is writing to " + output);
        }
        return file;
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    /** Progress as a bar; the first word says how much an earlier run has left to do. */
    private static final class Shown implements CollectionRun.Progress, AutoCloseable {

        private final Consumer<String> tell;
        private @Nullable Progress bar;

        Shown(Consumer<String> tell) {
            this.tell = tell;
        }

        @Override
        public void started(int cells, int finished) {
            if (finished > 0) {
                tell.accept(finished + " of " + cells + " are finished and not done again");
            }
            bar = Progress.of("collect", cells);
            bar.stepTo(finished, cells);
        }

        @Override
        public synchronized void decided(Outcome outcome) {
            Progress shown = bar;
            if (shown != null) {
                shown.stepBy(1);
            }
        }

        @Override
        public void close() {
            Progress shown = bar;
            if (shown != null) {
                shown.close();
            }
        }
    }
}
