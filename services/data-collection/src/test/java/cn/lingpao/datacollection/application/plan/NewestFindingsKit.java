package cn.lingpao.datacollection.application.plan;

import static cn.lingpao.datacollection.domain.plan.Plans2021.A;
import static cn.lingpao.datacollection.domain.plan.Plans2021.HTTPS;
import static cn.lingpao.datacollection.domain.plan.Plans2021.SEARCH;
import static cn.lingpao.datacollection.domain.plan.Plans2021.byHand;
import static cn.lingpao.datacollection.domain.plan.Plans2021.met;
import static cn.lingpao.datacollection.domain.plan.Plans2021.plan;
import static cn.lingpao.datacollection.domain.plan.Plans2021.robot;
import static cn.lingpao.datacollection.domain.plan.Plans2021.seen;
import static cn.lingpao.datacollection.domain.plan.Plans2021.undetermined;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import cn.lingpao.datacollection.domain.plan.Due;
import cn.lingpao.datacollection.domain.plan.Finding;
import cn.lingpao.datacollection.domain.plan.Findings;
import cn.lingpao.datacollection.domain.plan.Plans2021;
import cn.lingpao.datacollection.domain.plan.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of findings must do; each test has a target of its own. */
public abstract class NewestFindingsKit {

    protected abstract NewestFindings findings();

    @Test
    void the_newest_is_kept_as_it_was_observed() {
        Observation newest = seen("kept", SEARCH, "portal", new Value.Undetermined("firewall"), 2);
        findings().takeOver(List.of(seen("kept", SEARCH, "portal", Judgement.MET, 1), newest));

        assertThat(of("kept").newest(whole(SEARCH))).contains(Finding.of(newest));
        assertThat(of("kept").newest(whole(HTTPS))).isEmpty();
        assertThat(findings().of("c", null)).containsKey("kept");
        assertThat(findings().of("other", null)).isEmpty();
    }

    @Test
    void neither_order_nor_batches_nor_repetition_change_what_is_newest() {
        List<Observation> all = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(second -> second % 3 == 0
                        ? met("order-0", second % 2 == 0 ? SEARCH : HTTPS, second)
                        : undetermined("order-0", second % 2 == 0 ? SEARCH : HTTPS, second))
                .toList());
        findings().takeOver(all);
        for (int round = 1; round < 6; round++) {
            String target = "order-" + round;
            List<Observation> shuffled = new ArrayList<>(all.stream()
                    .map(each -> seen(
                            target,
                            each.content().checkPointId().equals(SEARCH.id()) ? SEARCH : HTTPS,
                            null,
                            each.content().value(),
                            (int) each.content().observedAt().getEpochSecond()
                                    - (int) all.getFirst()
                                            .content()
                                            .observedAt()
                                            .getEpochSecond()))
                    .toList());
            Collections.shuffle(shuffled, new Random(round));
            findings().takeOver(shuffled.subList(0, 11));
            findings().takeOver(shuffled.subList(5, 30));
            findings().takeOver(shuffled.subList(0, 3));
            for (Point point : List.of(SEARCH, HTTPS)) {
                assertThat(of(target).newest(whole(point)).map(Finding::observedAt))
                        .isEqualTo(of("order-0").newest(whole(point)).map(Finding::observedAt));
                assertThat(of(target).determined(whole(point)))
                        .isPresent()
                        .isEqualTo(of("order-0").determined(whole(point)));
            }
        }
    }

    @Test
    void of_two_at_the_same_instant_the_same_one_wins_in_either_order() {
        Observation one = met("tie", SEARCH, 1);
        Observation other = undetermined("tie", SEARCH, 1);
        findings().takeOver(List.of(one));
        findings().takeOver(List.of(other));
        Finding winner = of("tie").newest(whole(SEARCH)).orElseThrow();
        findings().takeOver(List.of(one));

        assertThat(of("tie").newest(whole(SEARCH))).contains(winner);
        assertThat(winner)
                .isEqualTo(List.of(Finding.of(one), Finding.of(other)).stream()
                        .max(Finding.BY_AGE)
                        .orElseThrow());
    }

    @Test
    void a_channel_hears_what_is_said_of_it_and_of_the_target_as_a_whole() {
        Due portal = plan(robot(Set.of(), Set.of("portal")))
                .due(A, SEARCH)
                .findFirst()
                .orElseThrow();
        findings().takeOver(List.of(seen("ears", SEARCH, "portal", new Value.Undetermined("dns"), 1)));
        findings().takeOver(List.of(seen("ears", SEARCH, "app-2", Judgement.MET, 2)));
        assertThat(of("ears").newest(portal).map(Finding::determined)).contains(false);
        assertThat(of("ears").determined(portal)).isEmpty();

        findings().takeOver(List.of(met("ears", SEARCH, 3)));
        assertThat(of("ears").newest(portal).map(Finding::determined)).contains(true);
        assertThat(of("ears").determined(portal)).isPresent();
    }

    @Test
    void when_people_last_determined_it_is_kept_beside_what_programs_found_later() {
        findings().takeOver(List.of(met("hands", SEARCH, 1)));
        assertThat(of("hands").determinedByPeople(whole(SEARCH))).isEmpty();

        findings().takeOver(List.of(byHand("hands", SEARCH, 2), byHand("hands", SEARCH, 3), met("hands", SEARCH, 4)));
        findings().takeOver(List.of(byHand("hands", SEARCH, 2)));

        assertThat(of("hands").determinedByPeople(whole(SEARCH))).contains(Plans2021.OBSERVED.plusSeconds(3));
        assertThat(of("hands").determined(whole(SEARCH))).contains(Plans2021.OBSERVED.plusSeconds(4));
    }

    @Test
    void only_what_is_later_than_all_of_its_target_is_surely_new() {
        findings().takeOver(List.of(met("late", SEARCH, 9)));
        findings().takeOver(List.of(met("late", HTTPS, 5)));
        Observation same = met("late", HTTPS, 9);
        Observation older = met("late", HTTPS, 1);

        assertThat(findings().notLater(List.of(same, older, met("late", SEARCH, 10), met("never-seen", SEARCH, 1))))
                .containsExactlyInAnyOrder(same, older);
        assertThat(findings().notLater(List.of())).isEmpty();
    }

    @Test
    void cells_are_targets_by_check_points_whatever_the_channel() {
        long before = findings().cells("c");
        List<Observation> observed = List.of(
                met("cells", SEARCH, 1),
                seen("cells", SEARCH, "portal", Judgement.MET, 2),
                undetermined("cells", HTTPS, 1),
                met("cells-2", SEARCH, 1));
        findings().takeOver(observed);
        findings().takeOver(observed);

        assertThat(findings().cells("c")).isEqualTo(before + 3);
        assertThat(findings().cells("none")).isZero();
    }

    private Findings of(String target) {
        return findings().of("c", target).getOrDefault(target, Findings.NONE);
    }

    private static Due whole(Point point) {
        return plan().due(A, point).findFirst().orElseThrow();
    }
}
