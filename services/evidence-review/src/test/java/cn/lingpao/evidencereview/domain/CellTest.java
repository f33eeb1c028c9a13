package cn.lingpao.evidencereview.domain;

import static cn.lingpao.evidencereview.domain.Samples.ARBITER;
import static cn.lingpao.evidencereview.domain.Samples.DECIDED;
import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.OBSERVED;
import static cn.lingpao.evidencereview.domain.Samples.REVIEWER;
import static cn.lingpao.evidencereview.domain.Samples.cell;
import static cn.lingpao.evidencereview.domain.Samples.decision;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static cn.lingpao.evidencereview.domain.Samples.taken;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.evidencereview.domain.ReviewState.Decided;
import cn.lingpao.evidencereview.domain.ReviewState.Disputed;
import cn.lingpao.evidencereview.domain.ReviewState.FirstDecision;
import cn.lingpao.evidencereview.domain.ReviewState.Open;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CellTest {

    @Nested
    class Not_reviewed {

        @Test
        void an_observation_is_the_verdict_at_once() {
            Cell cell = cell(ReviewMode.NONE, observation("o1", MET, 1));
            assertThat(cell.reached()).singleElement().satisfies(verdict -> {
                assertThat(verdict.id()).isEqualTo("c/t/none#1");
                assertThat(verdict.value()).isEqualTo(MET);
                assertThat(verdict.observationIds()).containsExactly("o1");
                assertThat(verdict.evidence()).hasSize(1);
                assertThat(verdict.decidedBy()).isEmpty();
                assertThat(verdict.reachedAt()).isEqualTo(OBSERVED.plusSeconds(60));
            });
        }

        @Test
        void a_later_observation_supersedes_it() {
            Cell cell = cell(ReviewMode.NONE, observation("o1", MET, 1));
            Cell later = cell.observe(List.of(observation("o2", NOT_MET, 2)));
            assertThat(requireNonNull(later.verdict()).value()).isEqualTo(NOT_MET);
            assertThat(requireNonNull(later.verdict()).sequence()).isEqualTo(2);
        }

        @Test
        void an_earlier_one_joins_without_a_verdict() {
            Cell cell = cell(ReviewMode.NONE, observation("o2", MET, 2));
            Cell more = cell.observe(List.of(observation("o1", NOT_MET, 1)));
            assertThat(more.verdict()).isEqualTo(cell.verdict());
            assertThat(more.observations()).hasSize(2);
        }

        @Test
        void one_that_is_known_changes_nothing() {
            Cell cell = cell(ReviewMode.NONE, observation("o1", MET, 1));
            assertThat(cell.observe(List.of(observation("o1", MET, 1)))).isSameAs(cell);
        }

        @Test
        void one_older_than_all_that_a_full_cell_keeps_changes_nothing() {
            Cell full = cell(
                    ReviewMode.NONE,
                    IntStream.range(0, Cell.MOST)
                            .mapToObj(each -> observation("o" + each, MET, 10 + each))
                            .toArray(Observation[]::new));
            assertThat(full.observations()).hasSize(Cell.MOST);
            assertThat(full.observe(List.of(observation("old", NOT_MET, 1)))).isSameAs(full);
        }

        @Test
        void the_order_of_arrival_decides_nothing() {
            List<Observation> observations = new ArrayList<>();
            for (int each = 0; each < 12; each++) {
                observations.add(observation("o" + each, each % 3 == 0 ? MET : NOT_MET, each / 4));
            }
            for (int seed = 0; seed < 200; seed++) {
                Collections.shuffle(observations, new Random(seed));
                Cell cell = Samples.cell(ReviewMode.NONE);
                for (Observation each : observations) {
                    cell = cell.observe(List.of(each));
                }
                assertThat(requireNonNull(cell.verdict()).observationIds()).containsExactly("o9");
                assertThat(cell.observations()).isSortedAccordingTo(Observation.NEWEST_FIRST);
            }
        }

        @Test
        void nobody_decides_on_it() {
            assertThat(code(cell(ReviewMode.NONE, observation("o", MET, 1)).decide(decision("r", MET), REVIEWER)))
                    .isEqualTo(Code.NOT_REVIEWED);
        }
    }

    @Nested
    class Reviewed_by_one {

        private final Cell open = cell(ReviewMode.SINGLE, observation("o1", MET, 1), observation("o2", NOT_MET, 2));

        @Test
        void an_observation_alone_is_no_verdict() {
            assertThat(open.verdict()).isNull();
            assertThat(open.state()).isEqualTo(new Open());
        }

        @Test
        void a_decision_is_the_verdict_and_rests_on_what_agrees() {
            Cell decided = taken(open.decide(decision("r", MET), REVIEWER));
            assertThat(decided.reached()).singleElement().satisfies(verdict -> {
                assertThat(verdict.value()).isEqualTo(MET);
                assertThat(verdict.observationIds()).containsExactly("o1");
                assertThat(verdict.decidedBy()).containsExactly("r");
                assertThat(verdict.reason()).isEqualTo("looked at it");
                assertThat(verdict.reachedAt()).isEqualTo(DECIDED);
            });
        }

        @Test
        void a_decision_that_nothing_agrees_with_rests_on_everything() {
            Cell decided = taken(open.decide(decision("r", Value.undetermined(null)), REVIEWER));
            assertThat(requireNonNull(decided.verdict()).observationIds()).containsExactly("o2", "o1");
        }

        @Test
        void the_same_decision_again_is_repeated() {
            Cell decided = taken(open.decide(decision("r", MET), REVIEWER));
            assertThat(decided.decide(decision("r", MET), REVIEWER)).isEqualTo(new Ruling.Repeated());
        }

        @Test
        void nobody_changes_a_decision() {
            Cell decided = taken(open.decide(decision("r", MET), REVIEWER));
            assertThat(code(decided.decide(decision("r", NOT_MET), REVIEWER))).isEqualTo(Code.SAME_PERSON);
            assertThat(code(decided.decide(decision("s", NOT_MET), REVIEWER))).isEqualTo(Code.ALREADY_DECIDED);
        }

        @Test
        void an_arbiter_does_not_decide_first() {
            assertThat(code(open.decide(decision("a", MET), ARBITER))).isEqualTo(Code.WRONG_ROLE);
        }

        @Test
        void a_new_observation_of_the_same_value_leaves_it_decided() {
            Cell decided = taken(open.decide(decision("r", MET), REVIEWER));
            Cell more = decided.observe(List.of(observation("o3", MET, 3), observation("o2", NOT_MET, 2)));
            assertThat(more.state()).isEqualTo(decided.state());
            assertThat(more.observations()).hasSize(3);
        }

        @Test
        void a_new_observation_of_another_value_reopens_it_and_the_verdict_stands_until_the_next() {
            Cell decided = taken(open.decide(decision("r", MET), REVIEWER));
            Cell reopened = decided.observe(List.of(observation("o3", NOT_MET, 3)));
            assertThat(reopened.state()).isEqualTo(new Open());
            assertThat(reopened.verdict()).isEqualTo(decided.verdict());
            assertThat(reopened.decide(decision("r", MET), REVIEWER)).isEqualTo(new Ruling.Repeated());
            Decision second = new Decision("r", NOT_MET, null, DECIDED.plusSeconds(1));
            assertThat(requireNonNull(taken(reopened.decide(second, REVIEWER)).verdict()))
                    .satisfies(verdict -> assertThat(verdict.sequence()).isEqualTo(2))
                    .satisfies(verdict -> assertThat(verdict.value()).isEqualTo(NOT_MET));
        }
    }

    @Nested
    class Reviewed_by_two {

        private final Cell open = cell(ReviewMode.DOUBLE, observation("o1", MET, 1));
        private final Cell half = taken(open.decide(decision("r", MET), REVIEWER));

        @Test
        void the_first_decision_is_no_verdict() {
            assertThat(half.state()).isEqualTo(new FirstDecision(decision("r", MET)));
            assertThat(half.reached()).isEmpty();
        }

        @Test
        void the_same_person_does_not_count_twice() {
            assertThat(half.decide(decision("r", MET), REVIEWER)).isEqualTo(new Ruling.Repeated());
            assertThat(code(half.decide(decision("r", NOT_MET), REVIEWER))).isEqualTo(Code.SAME_PERSON);
        }

        @Test
        void two_who_agree_reach_a_verdict() {
            Cell decided = taken(half.decide(decision("s", MET), REVIEWER));
            assertThat(decided.state()).isInstanceOf(Decided.class);
            assertThat(requireNonNull(decided.verdict()).decidedBy()).containsExactly("r", "s");
        }

        @Test
        void two_who_found_nothing_agree_whatever_the_cause() {
            Cell first = taken(open.decide(decision("r", Value.undetermined("captcha")), REVIEWER));
            assertThat(taken(first.decide(decision("s", Value.undetermined(null)), REVIEWER))
                            .state())
                    .isInstanceOf(Decided.class);
        }

        @Test
        void two_who_differ_need_an_arbiter_who_is_a_third() {
            Cell disputed = taken(half.decide(decision("s", NOT_MET), REVIEWER));
            assertThat(disputed.state()).isInstanceOf(Disputed.class);
            assertThat(disputed.verdict()).isNull();
            Decider both = new Decider("r", true, true);
            assertThat(code(disputed.decide(decision("r", NOT_MET), both))).isEqualTo(Code.SAME_PERSON);
            assertThat(disputed.decide(decision("r", MET), both)).isEqualTo(new Ruling.Repeated());
            assertThat(code(disputed.decide(decision("t", NOT_MET), REVIEWER))).isEqualTo(Code.WRONG_ROLE);
            Cell decided = taken(disputed.decide(decision("a", NOT_MET), ARBITER));
            assertThat(requireNonNull(decided.verdict())).satisfies(verdict -> {
                assertThat(verdict.value()).isEqualTo(NOT_MET);
                assertThat(verdict.decidedBy()).containsExactly("r", "s", "a");
            });
        }

        @Test
        void observations_that_arrive_meanwhile_join() {
            Cell fuller = half.observe(List.of(observation("o2", NOT_MET, 2)));
            assertThat(fuller.state()).isEqualTo(half.state());
            assertThat(fuller.observations()).hasSize(2);
        }
    }

    private static Code code(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).fault().code();
    }
}
