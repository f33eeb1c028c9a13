package cn.lingpao.inspection.run;

import cn.lingpao.inspection.archive.ArchiveDamaged;
import cn.lingpao.inspection.archive.WarcArchive;
import cn.lingpao.inspection.browser.Chromium;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import cn.lingpao.inspection.check.Parameters;
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
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a collection together from its parts and runs it in a folder of its own: {@code collection.warc.gz}, {@code verdicts.csv}
 * and {@code journal.ndjson}.
 */
public final class Collection {

    private static final Duration LONGEST_CHECK = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(45);
    private static final int BROWSERS = 2;
    private static final String PRODUCT = "LingpaoCollector/0.1";

    private Collection() {}

    /**
     * What was asked for.
     *
     * @param series the probes of earlier runs in other folders, see {@link ProbeSeries}; null: those of this folder only
     */
    public record Request(
            Path output,
            @Nullable Path series,
            List<Check> checks,
            List<Cidr> networks,
            Map<String, String> parameters,
            String userAgent,
            int parallel,
            Duration delay,
            Duration perChannel,
            boolean withBrowser) {}

    /** The name of a collector whose operator gave none. */
    public static String anonymous() {
        return PRODUCT + " (assessment of government websites; no contact given)";
    }

    /**
     * Runs to the end, or continues what an earlier one left in the folder.
     *
     * @param tell takes what a person should know
     * @throws RunRefused when the folder cannot be had
     */
    public static List<Outcome> run(
            Request request, List<Assignment> assignments, CollectionRun.Progress progress, Consumer<String> tell)
            throws IOException {
        if (request.userAgent().equals(anonymous())) {
            tell.accept(
                    "nobody can be reached under this user agent; give --user-agent or LINGPAO_USER_AGENT: 'Name/1.0 (+mailto:you@your.org)'");
        }
        folder(request.output());
        try (FileChannel lock = locked(request.output());
                WarcArchive archive = archive(request)) {
            return run(request, assignments, archive, progress, tell);
        }
    }

    private static WarcArchive archive(Request request) throws IOException {
        try {
            return WarcArchive.open(
                    request.output().resolve("collection.warc.gz"),
                    about(request),
                    Clock.systemUTC().instant());
        } catch (ArchiveDamaged damaged) {
            throw new RunRefused(damaged.getMessage());
        }
    }

    private static List<Outcome> run(
            Request request,
            List<Assignment> assignments,
            WarcArchive archive,
            CollectionRun.Progress progress,
            Consumer<String> tell)
            throws IOException {
        try (PoliteWeb web = web(request, archive)) {
            Optional<Chromium> browser = browser(request, web, archive, tell);
            try {
                return run(
                        request,
                        assignments,
                        archive,
                        progress,
                        new Inspection.Tools(
                                web,
                                Clock.systemUTC(),
                                new Parameters(request.parameters()),
                                browser.map(chromium -> chromium)));
            } finally {
                browser.ifPresent(Chromium::close);
            }
        }
    }

    private static List<Outcome> run(
            Request request,
            List<Assignment> assignments,
            WarcArchive archive,
            CollectionRun.Progress progress,
            Inspection.Tools tools)
            throws IOException {
        CollectionRun.Settings settings = new CollectionRun.Settings(
                request.output(),
                request.series(),
                request.parallel(),
                LONGEST_CHECK,
                request.perChannel(),
                archive::intact,
                archive::held,
                request.networks() + " " + tools.browser().isPresent());
        return new CollectionRun(assignments, request.checks(), tools, settings, progress).run();
    }

    private static PoliteWeb web(Request request, WarcArchive archive) {
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
            throw new RunRefused(output + " is a file, not a folder");
        }
    }

    private static FileChannel locked(Path output) throws IOException {
        FileChannel file =
                FileChannel.open(output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file) == null) {
            file.close();
            throw new RunRefused("another collection is writing to " + output);
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
}
