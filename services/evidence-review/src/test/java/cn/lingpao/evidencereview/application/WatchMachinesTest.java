package cn.lingpao.evidencereview.application;

import static cn.lingpao.evidencereview.domain.Samples.DECIDED;
import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.NOW;
import static cn.lingpao.evidencereview.domain.Samples.every;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.application.AskAboutMachines.MachineRecord;
import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.TakeObservations.Arrival;
import cn.lingpao.evidencereview.domain.Campaign;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.Samples;
import cn.lingpao.evidencereview.domain.Tally;
import cn.lingpao.evidencereview.domain.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchMachinesTest {

    private static final Check ROBOT = new Check("c", "robot", "none");
    private static final Caller REVIEWER = new Caller("r", true, false, false);

    private final InMemoryCells cells = new InMemoryCells();
    private final InMemoryFallbacks fallbacks = new InMemoryFallbacks();
    private final Registry registry = new SampledEntirely();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final WatchMachines machines = new WatchMachines(cells, fallbacks, registry, clock);

    @Test
    void a_check_falls_back_when_its_error_passes_the_limit_and_what_stood_is_put_up() {
        take("a", "b", "c", "d");
        decide("a", NOT_MET);
        assertThat(fallbacks.active()).isEmpty();

        decide("b", NOT_MET);

        assertThat(fallbacks.active()).containsExactly(ROBOT);
        assertThat(fallbacks.find(ROBOT)).hasValueSatisfying(fallback -> {
            assertThat(fallback.reason())
                    .isEqualTo("people overturned 2 of 2 reviewed results, more than the limit of 0.5");
            assertThat(fallback.changedAt()).isEqualTo(NOW);
            assertThat(fallback.by()).isNull();
        });
        take("e");
        assertThat(cell("e").verdict()).isNull();
        assertThat(cell("e").audit().fallen()).isTrue();
    }

    @Test
    void a_check_within_its_limit_stays_trusted() {
        take("a", "b");
        decide("a", NOT_MET);
        decide("b", MET);
        assertThat(fallbacks.told).isEmpty();
        assertThat(record().tally()).isEqualTo(new Tally(2, 0, 2, 1, 0));
        assertThat(record().fallenBack()).isFalse();
    }

    @Test
    void decisions_and_observations_that_come_again_count_nothing_twice() {
        take("a", "b");
        decide("a", NOT_MET);
        decide("a", NOT_MET);
        take("a", "b");
        assertThat(record().tally()).isEqualTo(new Tally(2, 1, 1, 1, 0));
        assertThat(fallbacks.active()).isEmpty();
    }

    @Test
    void what_a_crash_left_uncounted_is_counted_at_the_next_start() {
        take("a", "b", "c");
        List.of("a", "b")
                .forEach(target -> cells.save(
                        List.of(Samples.taken(cell(target).decide(Samples.decision("r", NOT_MET), Samples.REVIEWER)))));
        assertThat(fallbacks.active()).isEmpty();

        machines.resume();
        machines.resume();

        assertThat(fallbacks.told).containsExactly("fallback/c/robot/none#1");
    }

    @Test
    void what_a_crash_left_standing_is_put_up_at_the_next_start() {
        new TakeObservations(cells, fallbacks, new Untouched()).take(arrivals("z"));
        assertThat(Stage.of(cell("z").state())).isEqualTo(Stage.UNREVIEWED);
        take("a", "b");
        fallbacks.save(Fallback.of(
                ROBOT, null, new Tally(2, 0, 2, 2, 0), every().of("none").orElseThrow(), NOW));

        machines.resume();

        assertThat(cell("z").audit().fallen()).isTrue();
        assertThat(cell("z").verdict()).isNotNull();
    }

    @Test
    void a_check_that_falls_back_while_its_results_are_laid_in_has_none_overlooked() {
        cells.beforeSaving(() -> fallbacks.save(Fallback.of(
                ROBOT, null, new Tally(2, 0, 2, 2, 0), every().of("none").orElseThrow(), NOW)));
        new TakeObservations(cells, fallbacks, new Untouched()).take(arrivals("late"));
        assertThat(cell("late").audit().fallen()).isTrue();
    }

    @Test
    void an_administrator_lifts_it_and_counting_begins_anew() {
        take("a", "b");
        decide("a", NOT_MET);
        decide("b", NOT_MET);

        assertThat(machines.lift(ROBOT, "root", "version 2 reads the footer")).hasValueSatisfying(lifted -> {
            assertThat(lifted.active()).isFalse();
            assertThat(lifted.by()).isEqualTo("root");
        });

        assertThat(machines.lift(ROBOT, "root", "again")).isEmpty();
        assertThat(record().tally()).isEqualTo(new Tally(0, 0, 0, 0, 0));
        assertThat(record().since()).isEqualTo(NOW);
        decide("a", NOT_MET);
        assertThat(fallbacks.active()).isEmpty();
        take(NOW.plusSeconds(1), "d", "e");
        decide("d", NOT_MET);
        decide("e", NOT_MET);
        assertThat(fallbacks.told)
                .containsExactly("fallback/c/robot/none#1", "fallback/c/robot/none#2", "fallback/c/robot/none#3");
    }

    private MachineRecord record() {
        return new AskAboutMachines(registry, cells, fallbacks).records("c").getFirst();
    }

    private void take(String... targets) {
        take(Samples.OBSERVED, targets);
    }

    private void take(Instant recordedAt, String... targets) {
        List<Arrival> arrivals = arrivals(targets).stream()
                .map(each -> new Arrival(each.cell(), each.groupId(), at(recordedAt, each.observation())))
                .toList();
        new TakeObservations(cells, fallbacks, registry).take(arrivals);
    }

    private static Observation at(Instant recordedAt, Observation seen) {
        return new Observation(
                seen.id(),
                seen.value(),
                seen.channelId(),
                seen.observer(),
                seen.automatic(),
                seen.observedAt(),
                recordedAt,
                seen.evidence());
    }

    private static List<Arrival> arrivals(String... targets) {
        return List.of(targets).stream()
                .map(target -> new Arrival(id(target), "provincial", observation("o-" + target, MET, 1)))
                .toList();
    }

    private void decide(String target, Value value) {
        new Decide(new FollowedAlready(), registry, cells, machines, clock)
                .decide(new Readable(1, id(target), value, null, null, DECIDED), REVIEWER);
    }

    private Cell cell(String target) {
        return cells.load(List.of(id(target))).get(id(target));
    }

    private static CellId id(String target) {
        return new CellId("c", target, "none");
    }

    private static class SampledEntirely implements Registry {

        @Override
        public Optional<Campaign> campaign(String campaignId) {
            return Optional.of(Samples.sampled(every()));
        }

        @Override
        public List<String> campaigns() {
            return List.of("c");
        }

        @Override
        public void refresh() {}
    }

    private static final class Untouched extends SampledEntirely {

        @Override
        public Optional<Campaign> campaign(String campaignId) {
            return Optional.of(Samples.CAMPAIGN);
        }
    }

    private static final class FollowedAlready implements Projection {

        @Override
        public void awaitEndOfLog() {}

        @Override
        public void followForAWhile() {}
    }
}
