package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.archive.Digests;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import cn.lingpao.inspection.run.Assignment.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides every check about every channel of every target: targets side by side, what belongs to one in a row. It ends by
 * itself, and started again over the same folder it does only what is missing.
 */
public final class CollectionRun {

    /** What ran out of time is tried again by the next run. */
    private static final Finding OUT_OF_TIME = Finding.undetermined(
            Cause.NOT_TRIED, "no verdict in the time that is given to a check or a channel", List.of());

    /** How many times as long as writing the verdicts takes they are left alone after it. */
    private static final int REST = 20;

    private final List<Assignment> assignments;
    private final List<Check> checks;
    private final Inspection.Tools tools;
    private final Settings settings;
    private final Progress progress;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private long nextWrite = System.nanoTime();

    /**
     * How it is run.
     *
     * @param output where {@code journal.ndjson} and {@code verdicts.csv} are
     * @param series the probes of earlier runs in other folders; null: there are none
     * @param parallel how many targets side by side
     * @param perCheck the longest a check may take
     * @param perChannel the longest all checks of a channel may take
     * @param intact fails when evidence can no longer be kept
     * @param held whether evidence of an earlier run is still there
     * @param means what can be reached and seen: where that was too little, other means are a reason to try again
     */
    public record Settings(
            Path output,
            @Nullable Path series,
            int parallel,
            Duration perCheck,
            Duration perChannel,
            Callable<?> intact,
            Predicate<String> held,
            String means) {}

    /** Hears what happens. */
    public interface Progress {

        /** @param finished cells of an earlier run that are not done again */
        void started(int cells, int finished);

        void decided(Outcome outcome);
    }

    public CollectionRun(
            List<Assignment> assignments,
            List<Check> checks,
            Inspection.Tools tools,
            Settings settings,
            Progress progress) {
        this.assignments = assignments;
        this.checks = checks;
        this.tools = tools;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Every target × channel × check, exactly one outcome each, in the order of the assignments.
     *
     * @throws IOException when verdicts or evidence cannot be written; what was finished stays
     */
    public List<Outcome> run() throws IOException {
        try (Journal journal = Journal.open(settings.output().resolve("journal.ndjson"), settings.series())) {
            if (settings.series() == null) {
                journal.forgetUnless(settings.held());
            }
            int finished = lookBack(journal);
            progress.started(outcomes.size(), finished);
            writeVerdicts();
            inspectAll(journal);
            writeVerdicts();
            return List.copyOf(outcomes.values());
        }
    }

    private int lookBack(Journal journal) {
        int finished = 0;
        for (Assignment assignment : assignments) {
            for (Channel channel : assignment.channels()) {
                for (Check check : due(channel)) {
                    String key = key(assignment, channel, check);
                    Optional<Journal.Finished> earlier = journal.finished(key);
                    finished += stands(check, earlier) ? 1 : 0;
                    Journal.Finished now = earlier.orElseGet(() ->
                            new Journal.Finished(untried(channel), tools.clock().instant(), ""));
                    outcomes.put(
                            key, new Outcome(assignment.target(), channel.id(), check.id(), now.finding(), now.at()));
                }
            }
        }
        return finished;
    }

    /** Whether there is a finding that nothing is to be added to now. */
    private boolean stands(Check check, Optional<Journal.Finished> earlier) {
        return earlier.isPresent()
                && !wantsMeans(earlier.get())
                && check.goesOn(earlier.get().finding(), tools.parameters())
                        .filter(pause -> !earlier.get()
                                .at()
                                .plus(pause)
                                .isAfter(tools.clock().instant()))
                        .isEmpty();
    }

    /** Whether other means may show what was not seen: an opened network, a browser. */
    private boolean wantsMeans(Journal.Finished earlier) {
        Cause cause = earlier.finding().cause();
        return cause != null
                && Journal.MEANS.contains(cause)
                && !earlier.means().equals(settings.means());
    }

    private List<Check> due(Channel channel) {
        return checks.stream().filter(channel::wants).toList();
    }

    private static Finding untried(Channel channel) {
        String reason = channel.fault().isEmpty()
                ? "the run has not come to it"
                : channel.written().isBlank() ? "the channel is registered without an address" : channel.told();
        return Finding.undetermined(Cause.NOT_TRIED, reason, List.of());
    }

    private void inspectAll(Journal journal) throws IOException {
        Semaphore places = new Semaphore(settings.parallel());
        List<Future<?>> inspections = new ArrayList<>();
        ExecutorService targets = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService work = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("check-", 0).factory());
        try {
            for (Assignment assignment : assignments) {
                inspections.add(targets.submit(() -> {
                    places.acquire();
                    try {
                        new TargetInspection(assignment, journal, work).run();
                    } finally {
                        places.release();
                    }
                    return null;
                }));
            }
            for (Future<?> inspection : inspections) {
                inspection.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            targets.shutdownNow();
            work.shutdownNow();
        }
    }

    /** One target: its channels know each other, its checks share its pages. */
    private final class TargetInspection {

        private final Assignment assignment;
        private final Journal journal;
        private final ExecutorService work;

        TargetInspection(Assignment assignment, Journal journal, ExecutorService work) {
            this.assignment = assignment;
            this.journal = journal;
            this.work = work;
        }

        void run() throws IOException {
            List<Subject> subjects = assignment.channels().stream()
                    .flatMap(channel -> channel.subject().stream())
                    .toList();
            Map<String, Inspection> inspections = Inspection.of(subjects, tools.with(journal)).stream()
                    .collect(
                            Collectors.toMap(inspection -> inspection.subject().channelId(), inspection -> inspection));
            for (Channel channel : assignment.channels()) {
                Inspection inspection = inspections.get(channel.id());
                Allowance time = Allowance.of(settings.perChannel());
                for (Check check : due(channel)) {
                    cell(channel, check, inspection, time);
                }
            }
            writeVerdictsNowAndThen();
        }

        private void cell(Channel channel, Check check, @Nullable Inspection inspection, Allowance time)
                throws IOException {
            String key = key(assignment, channel, check);
            Optional<Journal.Finished> earlier = journal.finished(key);
            if (stands(check, earlier)) {
                return;
            }
            Optional<Finding> decided = inspection == null
                    ? Optional.empty()
                    : Bounded.decide(work, check, inspection, time.part(settings.perCheck()));
            intact();
            Outcome outcome = new Outcome(
                    assignment.target(),
                    channel.id(),
                    check.id(),
                    decided.or(() -> earlier.map(Journal.Finished::finding))
                            .orElseGet(() -> inspection == null ? untried(channel) : OUT_OF_TIME),
                    tools.clock().instant());
            if (decided.isPresent()) {
                journal.finish(key, outcome, settings.means());
            }
            synchronized (outcomes) {
                outcomes.put(key, outcome);
            }
            progress.decided(outcome);
        }
    }

    private void intact() throws IOException {
        try {
            settings.intact().call();
        } catch (IOException | UncheckedIOException broken) {
            throw new IOException(broken.getMessage(), broken);
        } catch (Exception other) {
            throw new IOException(other);
        }
    }

    private void writeVerdicts() throws IOException {
        synchronized (outcomes) {
            long started = System.nanoTime();
            Verdicts.write(settings.output().resolve("verdicts.csv"), outcomes.values());
            long ended = System.nanoTime();
            nextWrite = ended + REST * (ended - started);
        }
    }

    /** The file is written as a whole, which takes its time when there are many targets. */
    private void writeVerdictsNowAndThen() throws IOException {
        synchronized (outcomes) {
            if (System.nanoTime() - nextWrite >= 0) {
                writeVerdicts();
            }
        }
    }

    /** Names a piece of work; with another address, division or parameter it is another one. */
    private String key(Assignment assignment, Channel channel, Check check) {
        String parameters = check.parameters().keySet().stream()
                .sorted()
                .map(name -> name + "=" + tools.parameters().of(check, name))
                .collect(Collectors.joining(","));
        String work = String.join(
                "\n",
                assignment.target(),
                channel.id(),
                channel.written(),
                String.valueOf(assignment.divisionCode()),
                check.id(),
                parameters,
                String.valueOf(tools.parameters().pages()));
        return Digests.sha256(work.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
