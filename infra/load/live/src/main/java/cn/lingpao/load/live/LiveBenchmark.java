package cn.lingpao.load.live;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verdict to ranking materialised, at a steady rate and in a burst, beside a bare word count in the same run. */
@Command(name = "infra/load/live/run.sh", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class LiveBenchmark implements Callable<Integer> {

    private static final long TICK = 2_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--targets", description = "targets of the campaign, and words")
    private int targets = 3_000;

    @Option(names = "--points", description = "check points of the framework")
    private int points = 50;

    @Option(names = "--groups", description = "groups of targets, each with a ranking")
    private int groups = 10;

    @Option(names = "--rate", description = "verdicts a second")
    private int rate = 500;

    @Option(names = "--seconds", description = "how long at this rate")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "seconds at this rate before, that are not counted")
    private int warmUp = 60;

    @Option(names = "--burst", description = "verdicts of the burst")
    private int burst = 200_000;

    @Option(names = "--commit-interval", description = "milliseconds, of the service and of the word count")
    private int commitInterval = 100;

    @Option(names = "--threads", description = "threads of either topology")
    private int threads = 1;

    @Option(names = "--mongodb", description = "connection string of a MongoDB in the place of the embedded store")
    private @Nullable String mongodb;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LiveBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        Assessment assessment = new Assessment(targets, points, groups);
        try (Place place = new Place(mongodb, Duration.ofMillis(commitInterval), threads)) {
            System.out.printf(
                    "%d targets x %d points in %d groups, commit interval %d ms, %d thread(s), store %s%n",
                    targets, points, groups, commitInterval, threads, mongodb == null ? "embedded" : "MongoDB");
            Figures reference;
            try (Subject words = new CountedWords(place, targets)) {
                reference = measure(words);
            }
            Figures service;
            try (Subject verdicts = new RankedVerdicts(place, assessment)) {
                service = measure(verdicts);
            }
            System.out.printf(
                    Locale.ROOT,
                    "ratio, service : word count   p50 %.2f   p99 %.2f   drain rate %.2f%n",
                    service.p50() / reference.p50(),
                    service.p99() / reference.p99(),
                    service.drained() / reference.drained());
        }
        return 0;
    }

    /** What was measured of one subject: milliseconds, and messages a second. */
    private record Figures(double p50, double p99, double drained) {}

    private Figures measure(Subject subject) {
        Random chance = new Random(6);
        steady(subject, chance, warmUp);
        Journal steady = steady(subject, chance, seconds);
        Journal rush = new Journal(targets, burst);
        long start = System.nanoTime();
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int message = 0; message < burst; message++) {
                subject.send(chance.nextInt(targets), rush);
            }
        });
        look(subject, rush, sender);
        double drained = burst / ((System.nanoTime() - start) / 1e9);
        Figures figures = new Figures(steady.percentile(0.5), steady.percentile(0.99), drained);
        System.out.printf(
                Locale.ROOT,
                "%-20s at %d/s: p50 %.0f ms, p99 %.0f ms; burst of %d: %.0f/s%n",
                subject.name(),
                rate,
                figures.p50(),
                figures.p99(),
                burst,
                figures.drained());
        return figures;
    }

    private Journal steady(Subject subject, Random chance, int duration) {
        int messages = duration * rate;
        Journal journal = new Journal(targets, messages);
        Thread sender = Thread.ofPlatform().start(() -> {
            long start = System.nanoTime();
            for (int message = 0; message < messages; message++) {
                long at = start + message * 1_000_000_000L / rate;
                for (long now = System.nanoTime(); now < at; now = System.nanoTime()) {
                    LockSupport.parkNanos(Math.min(TICK, at - now));
                }
                subject.send(chance.nextInt(targets), journal);
            }
        });
        look(subject, journal, sender);
        return journal;
    }

    private static void look(Subject subject, Journal journal, Thread sender) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (sender.isAlive() || journal.arrived() < journal.noted()) {
            subject.look(journal);
            if (System.nanoTime() > end) {
                throw new IllegalStateException(journal.arrived() + " of " + journal.noted() + " arrived");
            }
            LockSupport.parkNanos(TICK);
        }
    }
}
