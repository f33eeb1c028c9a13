package cn.lingpao.sitecollector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.sitecollector.application.CarryOut;
import cn.lingpao.sitecollector.application.Intake;
import cn.lingpao.sitecollector.application.Registry;
import cn.lingpao.sitecollector.application.RunQueue;
import cn.lingpao.sitecollector.application.Runs;
import cn.lingpao.sitecollector.application.Visits;
import cn.lingpao.sitecollector.domain.Cell;
import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Found;
import cn.lingpao.sitecollector.domain.Order;
import cn.lingpao.sitecollector.domain.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cancelling as the queue does it, over a store that outlives it and may be away. */
class CancelledRunTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final KeptRuns runs = new KeptRuns();
    private final Run run = Run.ordered("1", "c", Order.scheduled(), AT);

    CancelledRunTest() {
        runs.add(run);
    }

    @Test
    void a_cancellation_overtaken_by_a_kill_is_honoured_at_the_next_start() {
        DeafVisits killed = new DeafVisits();
        RunQueue first = queue(killed);
        first.take(run);
        killed.awaitBegin();

        first.cancel(run, "chief");
        killed.progress();

        assertThat(runs.now().state()).isEqualTo(Run.State.CANCELLING);
        assertThat(runs.now().fault()).isEqualTo("cancelled by chief");

        DeafVisits visits = new DeafVisits();
        try (RunQueue next = queue(visits)) {
            next.resume();
            await().atMost(PATIENCE).until(() -> runs.now().state() == Run.State.CANCELLED);
        }
        assertThat(runs.now().fault()).isEqualTo("cancelled by chief");
        assertThat(runs.now().endedAt()).isEqualTo(AT);
        assertThat(visits.calls).containsExactly("drop 1");
        killed.release();
        first.close();
    }

    @Test
    void a_run_that_is_carried_out_ends_as_cancelled() {
        DeafVisits visits = new DeafVisits();
        try (RunQueue queue = queue(visits)) {
            queue.take(run);
            visits.awaitBegin();

            queue.cancel(run, "chief");
            visits.release();

            await().atMost(PATIENCE).until(() -> runs.now().state() == Run.State.CANCELLED);
        }
        assertThat(visits.calls).containsExactly("make 1", "drop 1");
    }

    @Test
    void a_cancellation_that_cannot_be_written_down_changes_nothing() {
        DeafVisits visits = new DeafVisits();
        try (RunQueue queue = queue(visits)) {
            queue.take(run);
            visits.awaitBegin();
            runs.away = true;

            assertThatThrownBy(() -> queue.cancel(run, "chief")).isInstanceOf(Runs.Away.class);

            runs.away = false;
            visits.release();
            await().atMost(PATIENCE).until(() -> runs.now().state() == Run.State.DONE);
        }
        assertThat(visits.calls).containsExactly("make 1", "keep 1", "forget 1");
    }

    private RunQueue queue(Visits visits) {
        CarryOut carryOut =
                new CarryOut(new OneCampaign(), runs, visits, new EmptyIntake(), Clock.fixed(AT, ZoneOffset.UTC));
        return new RunQueue(carryOut, runs, Duration.ofMillis(10), new Silent());
    }

    /** Go on until they are released, whoever interrupts them, like a fetch that hangs. */
    private static final class DeafVisits implements Visits {

        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile Optional<Watcher> watcher = Optional.empty();

        void awaitBegin() {
            await().atMost(PATIENCE).until(() -> begun.getCount() == 0);
        }

        void progress() {
            watcher.orElseThrow().decided();
            watcher.orElseThrow().noticed("no browser");
        }

        void release() {
            released.countDown();
        }

        @Override
        public List<Found> make(Run run, List<Errand> errands, Watcher told) {
            calls.add("make " + run.id());
            told.started(2, 0);
            watcher = Optional.of(told);
            begun.countDown();
            boolean interrupted = false;
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException deaf) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public Path archive(Run run) {
            return Path.of("archive");
        }

        @Override
        public void keepSeries(Run run) {
            calls.add("keep " + run.id());
        }

        @Override
        public void forget(Run run) {
            calls.add("forget " + run.id());
        }

        @Override
        public void drop(Run run) {
            calls.add("drop " + run.id());
        }
    }

    /** One run in memory. */
    private static final class KeptRuns implements Runs {

        private final Map<String, Run> all = new ConcurrentHashMap<>();
        private volatile boolean away;

        Run now() {
            return all.get("1");
        }

        @Override
        public boolean add(Run run) {
            return all.putIfAbsent(run.id(), run) == null;
        }

        @Override
        public void save(Run run) {
            if (away) {
                throw new Away(new IllegalStateException("refused"));
            }
            all.put(run.id(), run);
        }

        @Override
        public Optional<Run> find(String campaignId, String runId) {
            return Optional.ofNullable(all.get(runId));
        }

        @Override
        public List<Run> ofCampaign(String campaignId, int limit) {
            return List.copyOf(all.values());
        }

        @Override
        public Optional<Run> active(String campaignId) {
            return unfinished().stream().findFirst();
        }

        @Override
        public List<Run> unfinished() {
            return Stream.of(now()).filter(run -> !run.state().isEnd()).toList();
        }
    }

    private static final class OneCampaign implements Registry {

        @Override
        public void refresh() {}

        @Override
        public Optional<CampaignDefined> campaign(String campaignId) {
            return Optional.of(
                    LiveCampaign.assigning(campaignId, LiveCampaign.portals(Map.of("footer", "site.footer"))));
        }

        @Override
        public Collection<CampaignDefined> campaigns() {
            return List.of();
        }

        @Override
        public List<TargetRegistered> targets(String campaignId) {
            return List.of(LiveCampaign.target(campaignId, "a", "http://a.example/"));
        }
    }

    /** Waits for one cell. */
    private static final class EmptyIntake implements Intake {

        @Override
        public Set<Cell> due(String campaignId) {
            return Set.of(new Cell("a", "site.footer", "portal"));
        }

        @Override
        public Delivery deliver(String campaignId, Path archive, List<Found> found, List<Errand> errands) {
            return Delivery.NONE;
        }
    }

    private static final class Silent implements RunQueue.Told {

        @Override
        public void resumed(Run run) {}

        @Override
        public void ended(Run run) {}

        @Override
        public void waits(Run run, String reason) {}
    }
}
