package cn.lingpao.inspection.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import cn.lingpao.inspection.check.Parameters;
import cn.lingpao.inspection.check.ProbeLog;
import cn.lingpao.inspection.run.Assignment.Channel;
import cn.lingpao.inspection.web.Webs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CollectionRunTest {

    @TempDir
    Path folder;

    private static final Duration SHORT = Duration.ofMillis(50);

    private Duration checkTime = Duration.ofMinutes(1);
    private Duration channelTime = Duration.ofMinutes(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Assignment> targets = TargetFile.parse(
                    "id,channels\na,portal=http://a.example/|app=not a page\nb,portal=http://b.example/\n"
                            .getBytes(StandardCharsets.UTF_8))
            .assignments();

    private Check check(String id, Function<Inspection, Finding> decision) {
        return new Check() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String citation() {
                return "none";
            }

            @Override
            public Map<String, String> parameters() {
                return Map.of("days", "14");
            }

            @Override
            public Finding decide(Inspection inspection) {
                asked.add(inspection.subject().targetId() + "/" + id);
                return decision.apply(inspection);
            }
        };
    }

    private Predicate<String> held = digest -> true;
    private String means = "";

    @Test
    void work_whose_evidence_is_gone_is_done_again() throws IOException {
        run(met("one"));
        held = digest -> false;
        run(met("one"));

        assertThat(asked).containsExactlyInAnyOrder("a/one", "b/one", "a/one", "b/one");
    }

    @Test
    void an_internal_address_is_tried_again_once_other_networks_are_open() throws IOException {
        Check closed =
                check("one", inspection -> Finding.undetermined(Cause.INTERNAL_ADDRESS, "not opened", List.of("00ff")));
        run(closed);
        run(closed);
        assertThat(asked).hasSize(2);

        means = "127.0.0.0/8";
        run(met("one"));
        run(met("one"));
        assertThat(asked).hasSize(4);
    }

    private Check met(String id) {
        return check(id, inspection -> Finding.met("seen, \"quoted\"\nand broken", List.of("00ff")));
    }

    private List<Outcome> run(Map<String, String> parameters, Callable<?> intact, Check... checks) throws IOException {
        return run(targets, parameters, intact, checks);
    }

    private List<Outcome> run(
            List<Assignment> targets, Map<String, String> parameters, Callable<?> intact, Check... checks)
            throws IOException {
        Inspection.Tools tools = new Inspection.Tools(
                Webs.onLoopback(), Clock.systemUTC(), new Parameters(parameters), Optional.empty());
        CollectionRun.Settings settings =
                new CollectionRun.Settings(folder, null, 4, checkTime, channelTime, intact, held, means);
        return new CollectionRun(targets, List.of(checks), tools, settings, new Silent()).run();
    }

    private List<Outcome> run(Check... checks) throws IOException {
        return run(Map.of(), () -> null, checks);
    }

    private static final class Silent implements CollectionRun.Progress {
        @Override
        public void started(int cells, int finished) {}

        @Override
        public void decided(Outcome outcome) {}
    }

    @Test
    @Timeout(60)
    void ten_thousand_targets_do_not_write_their_file_as_often() throws IOException {
        StringBuilder many = new StringBuilder("id,url\n");
        IntStream.range(0, 10_000).forEach(target -> many.append(target).append(",nowhere\n"));
        TargetFile file = TargetFile.parse(many.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(run(file.assignments(), Map.of(), () -> null, met("one"))).hasSize(10_000);
        assertThat(Files.readAllLines(folder.resolve("verdicts.csv"))).hasSize(10_001);
    }

    @Test
    void every_cell_has_exactly_one_row() throws IOException {
        List<Outcome> outcomes = run(met("one"), met("two"));

        assertThat(outcomes).hasSize(6);
        assertThat(Files.readAllLines(folder.resolve("verdicts.csv")))
                .containsExactly(
                        "target,channel,check,verdict,cause,reading,evidence",
                        "a,portal,one,MET,,\"seen, \"\"quoted\"\" and broken\",00ff",
                        "a,portal,two,MET,,\"seen, \"\"quoted\"\" and broken\",00ff",
                        "a,app,one,UNDETERMINED,not-tried,'not a page' is not an http or https address,",
                        "a,app,two,UNDETERMINED,not-tried,'not a page' is not an http or https address,",
                        "b,portal,one,MET,,\"seen, \"\"quoted\"\" and broken\",00ff",
                        "b,portal,two,MET,,\"seen, \"\"quoted\"\" and broken\",00ff");
    }

    @Test
    void a_channel_may_want_some_checks_only_and_a_resumed_run_keeps_their_times() throws IOException {
        Assignment a = targets.getFirst();
        Channel portal = a.channels().getFirst();
        Channel some = new Channel(portal.id(), portal.kind(), portal.written(), portal.subject(), "", Set.of("two"));
        Channel none = new Channel("other", portal.kind(), portal.written(), portal.subject(), "", Set.of());
        List<Assignment> wanted = List.of(new Assignment("a", null, List.of(some, none)));

        List<Outcome> first = run(wanted, Map.of(), () -> null, met("one"), met("two"));
        List<Outcome> again = run(wanted, Map.of(), () -> null, met("one"), met("two"));

        assertThat(first).extracting(Outcome::channel, Outcome::check).containsExactly(tuple("portal", "two"));
        assertThat(asked).containsExactly("a/two");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_check_that_throws_or_recurses_gets_its_verdict() throws IOException {
        Check throwing = check("throwing", inspection -> {
            throw new IllegalStateException("broken");
        });
        Check recursing = check("recursing", new Function<>() {
            @Override
            public Finding apply(Inspection inspection) {
                return apply(inspection);
            }
        });

        List<Outcome> outcomes = run(throwing, recursing, met("last"));

        assertThat(causes(outcomes, "throwing")).containsOnly(Cause.PARSE);
        assertThat(causes(outcomes, "recursing")).containsOnly(Cause.PARSE);
        assertThat(verdicts(outcomes, "last")).containsOnly(Verdict.MET);
    }

    @Test
    void a_check_that_never_returns_gets_its_verdict_and_the_next_one_is_asked() throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        Check endless = check("endless", inspection -> {
            while (!ended.get()) {
                Thread.onSpinWait();
            }
            return Finding.met("ended", List.of());
        });

        List<Outcome> outcomes = withTimeToAsk("last", () -> run(endless, met("last")));
        ended.set(true);

        assertThat(outcomes).hasSize(6);
        assertThat(causes(outcomes, "endless")).containsOnly(Cause.NOT_TRIED);
        assertThat(asked).contains("a/last", "b/last");
    }

    /** What is never done uses up the time it is given; more is given when the machine is too busy for what is done. */
    private List<Outcome> withTimeToAsk(String check, Callable<List<Outcome>> run) throws IOException {
        for (checkTime = SHORT; ; checkTime = checkTime.multipliedBy(2)) {
            try {
                List<Outcome> outcomes = run.call();
                if (asked.containsAll(List.of("a/" + check, "b/" + check)) || checkTime.toSeconds() > 30) {
                    return outcomes;
                }
            } catch (Exception failure) {
                throw new IOException(failure);
            }
        }
    }

    private static List<Verdict> verdicts(List<Outcome> outcomes, String check) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome.check().equals(check) && !outcome.channel().equals("app"))
                .map(outcome -> outcome.finding().verdict())
                .toList();
    }

    private static List<Cause> causes(List<Outcome> outcomes, String check) {
        List<Cause> causes = new ArrayList<>();
        outcomes.stream()
                .filter(outcome ->
                        outcome.check().equals(check) && !outcome.channel().equals("app"))
                .forEach(outcome -> causes.add(outcome.finding().cause()));
        return causes;
    }

    @Test
    void a_channel_that_uses_up_its_time_ends_with_a_verdict_for_every_check() throws IOException {
        channelTime = SHORT;

        List<Outcome> outcomes = run(held("one"), held("two"), held("three"));

        assertThat(outcomes).hasSize(9);
        assertThat(asked).doesNotContain("a/two", "b/two", "a/three", "b/three");
        assertThat(outcomes).extracting(outcome -> outcome.finding().cause()).containsOnly(Cause.NOT_TRIED);
    }

    /** A check that waits for what never comes, until it is stopped. */
    private Check held(String id) {
        CountDownLatch never = new CountDownLatch(1);
        return check(id, inspection -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Finding.met("went on", List.of());
        });
    }

    @Test
    void finished_work_is_not_repeated_and_what_was_not_tried_is_tried() throws IOException {
        run(met("one"));
        checkTime = SHORT;
        run(met("one"), held("late"));
        checkTime = Duration.ofMinutes(1);
        asked.clear();
        Files.writeString(folder.resolve("journal.ndjson"), "{\"key\":\"half a li", StandardOpenOption.APPEND);

        List<Outcome> outcomes = run(met("one"), met("late"), met("new"));

        assertThat(asked).containsExactlyInAnyOrder("a/late", "b/late", "a/new", "b/new");
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.channel().equals("app"))
                .extracting(outcome -> outcome.finding().verdict())
                .containsOnly(Verdict.MET);
    }

    @Test
    void a_series_goes_on_in_the_next_run_and_nothing_else_does() throws IOException {
        run(probing(Duration.ofHours(1)), met("one"));
        run(probing(Duration.ofHours(1)), met("one"));
        List<Outcome> outcomes = run(probing(Duration.ZERO), met("one"));

        assertThat(asked)
                .containsExactlyInAnyOrder("a/probing", "b/probing", "a/one", "b/one", "a/probing", "b/probing");
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.check().equals("probing"))
                .extracting(outcome -> outcome.finding().reading())
                .filteredOn(reading -> reading.startsWith("probes"))
                .containsExactly("probes refused null", "probes refused null");
    }

    /** Probes once a run, the first time in vain, and goes on after a pause. */
    private Check probing(Duration pause) {
        Check check = check("probing", inspection -> {
            ProbeLog log = inspection.probes();
            Cause cause = log.of(inspection.subject()).isEmpty() ? Cause.REFUSED : null;
            log.keep(
                    inspection.subject(),
                    new ProbeLog.Probe(
                            Instant.EPOCH,
                            Duration.ofMillis(5),
                            cause,
                            inspection.subject().url(),
                            "00ff"));
            return Finding.undetermined(
                    Cause.SHORT_SERIES,
                    "probes "
                            + log.of(inspection.subject()).stream()
                                    .map(probe -> probe.cause() == null
                                            ? "null"
                                            : probe.cause().id())
                                    .collect(Collectors.joining(" ")),
                    List.of());
        });
        return new GoingOn(check, pause);
    }

    private record GoingOn(Check check, Duration pause) implements Check {
        @Override
        public String id() {
            return check.id();
        }

        @Override
        public String citation() {
            return check.citation();
        }

        @Override
        public Map<String, String> parameters() {
            return check.parameters();
        }

        @Override
        public Optional<Duration> goesOn(Finding finding, Parameters parameters) {
            return Optional.of(pause);
        }

        @Override
        public Finding decide(Inspection inspection) {
            return check.decide(inspection);
        }
    }

    @Test
    void another_parameter_is_other_work() throws IOException {
        run(met("one"));
        asked.clear();

        run(Map.of("one.days", "7"), () -> null, met("one"));

        assertThat(asked).containsExactlyInAnyOrder("a/one", "b/one");
    }

    @Test
    void a_run_that_cannot_keep_evidence_stops_with_the_reason() {
        assertThatThrownBy(() -> run(
                        Map.of(),
                        () -> {
                            throw new IOException("no space left on device");
                        },
                        met("one")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no space left");
    }
}
