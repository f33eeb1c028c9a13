package cn.lingpao.evidencereview.domain;

import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.REVIEWER;
import static cn.lingpao.evidencereview.domain.Samples.byHand;
import static cn.lingpao.evidencereview.domain.Samples.cell;
import static cn.lingpao.evidencereview.domain.Samples.decision;
import static cn.lingpao.evidencereview.domain.Samples.every;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static cn.lingpao.evidencereview.domain.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.domain.Sample.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditedCellTest {

    private static final Trust SAMPLED = new Trust(every(), Set.of());
    private static final Trust FALLEN = new Trust(every(), Set.of(new Check("c", "robot", "none")));
    private static final Trust DOUBTED = new Trust(Sampling.NONE, Set.of(new Check("c", "robot", "none")));

    @Nested
    class A_result_that_was_drawn {

        @Test
        void counts_at_once_and_is_put_up_for_review() {
            Cell cell = sampled(observation("o1", MET, 1));
            assertThat(verdict(cell).value()).isEqualTo(MET);
            assertThat(cell.state()).isInstanceOf(ReviewState.Open.class);
            assertThat(cell.audit().sampled()).isTrue();
        }

        @Test
        void is_confirmed_by_one_person_who_decides_the_same() {
            Cell decided = decided(sampled(observation("o1", MET, 1)), MET);
            assertThat(outcomes(decided)).containsExactly(Outcome.CONFIRMED);
            assertThat(verdict(decided).decidedBy()).containsExactly("r");
        }

        @Test
        void is_overturned_by_one_who_decides_otherwise_and_that_replaces_it() {
            Cell decided = decided(sampled(observation("o1", MET, 1)), NOT_MET);
            assertThat(outcomes(decided)).containsExactly(Outcome.OVERTURNED);
            assertThat(verdict(decided).value()).isEqualTo(NOT_MET);
            assertThat(verdict(decided).sequence()).isEqualTo(2);
        }

        @Test
        void says_nothing_when_people_cannot_tell_either() {
            assertThat(outcomes(decided(sampled(observation("o1", MET, 1)), Value.undetermined("firewall"))))
                    .containsExactly(Outcome.SET_ASIDE);
        }

        @Test
        void is_judged_by_the_programs_answer_to_the_cell_not_by_what_another_channel_showed() {
            Cell cell = sampled(
                    observation("o1", NOT_MET, "app", "robot", true, 1),
                    observation("o2", MET, "portal", "robot", true, 2));
            assertThat(outcomes(decided(cell, MET))).containsExactly(Outcome.CONFIRMED, Outcome.SET_ASIDE);
            assertThat(outcomes(decided(cell, NOT_MET))).containsExactly(Outcome.OVERTURNED, Outcome.CONFIRMED);
        }

        @Test
        void is_judged_once_and_again_only_when_the_program_says_something_else() {
            Cell decided = decided(sampled(observation("o1", MET, 1)), MET);
            Cell same = decided.observe(List.of(observation("o2", MET, 2)), SAMPLED);
            assertThat(same.audit()).isEqualTo(decided.audit());

            Cell reopened = same.observe(List.of(observation("o3", NOT_MET, 3)), SAMPLED);
            assertThat(reopened.state()).isInstanceOf(ReviewState.Open.class);
            assertThat(verdict(reopened).value()).isEqualTo(MET);
            assertThat(outcomes(reopened)).containsExactly(Outcome.CONFIRMED, Outcome.WAITING);
            Cell again = taken(reopened.decide(new Decision("s", MET, null, Samples.DECIDED.plusSeconds(1)), REVIEWER));
            assertThat(outcomes(again)).containsExactly(Outcome.CONFIRMED, Outcome.OVERTURNED);
        }
    }

    @Test
    void what_people_saw_or_nobody_could_determine_is_not_drawn() {
        assertThat(sampled(byHand("o1", MET, 1)).state()).isInstanceOf(ReviewState.Unreviewed.class);
        assertThat(sampled(observation("o1", Value.undetermined("dns"), 1)).state())
                .isInstanceOf(ReviewState.Unreviewed.class);
    }

    @Test
    void a_check_point_with_a_review_of_its_own_is_not_sampled() {
        Cell single = cell(ReviewMode.SINGLE).observe(List.of(observation("o1", MET, 1)), SAMPLED);
        assertThat(single.audit()).isEqualTo(Audit.NONE);
        assertThat(single.verdict()).isNull();
    }

    @Test
    void neither_order_of_arrival_nor_redelivery_changes_what_waits_for_people() {
        List<Observation> all = new ArrayList<>(List.of(
                observation("o1", MET, 1),
                observation("o2", NOT_MET, "app", "robot", true, 2),
                byHand("o3", MET, 3),
                observation("o4", MET, 4),
                observation("o5", Value.undetermined("dns"), 5)));
        Cell together = cell(ReviewMode.NONE).observe(all, SAMPLED);
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(all, random);
            Cell cell = cell(ReviewMode.NONE);
            for (Observation each : all) {
                cell = cell.observe(List.of(each), SAMPLED).observe(List.of(each), SAMPLED);
            }
            assertThat(cell.audit()).isEqualTo(together.audit());
            assertThat(cell.state()).isEqualTo(together.state());
            assertThat(verdict(cell).value()).isEqualTo(verdict(together).value());
            assertThat(cell.observe(all, SAMPLED)).isSameAs(cell);
        }
    }

    @Nested
    class A_check_that_has_fallen_back {

        @Test
        void has_no_verdict_of_its_own_but_opens_a_review() {
            Cell cell = cell(ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)), DOUBTED);
            assertThat(cell.verdict()).isNull();
            assertThat(cell.audit().fallen()).isTrue();
            assertThat(verdict(decided(cell, NOT_MET)).value()).isEqualTo(NOT_MET);
        }

        @Test
        void has_what_stood_put_up_while_it_stays_in_force() {
            Cell stood = cell(ReviewMode.NONE, observation("o1", MET, 1));
            Cell doubted = stood.observe(List.of(), DOUBTED);
            assertThat(doubted.state()).isInstanceOf(ReviewState.Open.class);
            assertThat(verdict(doubted).value()).isEqualTo(MET);
            assertThat(doubted.observe(List.of(), DOUBTED)).isSameAs(doubted);
            assertThat(verdict(doubted.observe(List.of(observation("o2", NOT_MET, 2)), DOUBTED))
                            .value())
                    .isEqualTo(MET);
        }

        @Test
        void is_still_drawn_and_counted() {
            Cell cell = cell(ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)), FALLEN);
            assertThat(outcomes(decided(cell, NOT_MET))).containsExactly(Outcome.OVERTURNED);
        }

        @Test
        void lets_people_who_collect_count() {
            Cell cell = cell(ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)), DOUBTED);
            Cell looked = cell.observe(List.of(byHand("o2", NOT_MET, 2)), DOUBTED);
            assertThat(looked.state()).isInstanceOf(ReviewState.Unreviewed.class);
            assertThat(verdict(looked).value()).isEqualTo(NOT_MET);
            Cell later = looked.observe(List.of(observation("o3", MET, 3)), DOUBTED);
            assertThat(verdict(later).value()).isEqualTo(NOT_MET);
            assertThat(later.audit().fallen()).isTrue();
        }

        @Test
        void counts_by_itself_again_with_its_next_result_once_lifted() {
            Cell cell = cell(ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)), DOUBTED);
            assertThat(cell.observe(List.of(observation("o1", MET, 1)))).isSameAs(cell);
            Cell trusted = cell.observe(List.of(observation("o2", NOT_MET, 2)));
            assertThat(trusted.state()).isInstanceOf(ReviewState.Unreviewed.class);
            assertThat(verdict(trusted).value()).isEqualTo(NOT_MET);
        }

        @Test
        void leaves_the_verdicts_of_others_alone() {
            Cell other = cell(ReviewMode.NONE, observation("o1", MET, "portal", "spider", true, 1));
            assertThat(other.observe(List.of(), DOUBTED)).isSameAs(other);
            assertThat(cell(ReviewMode.NONE, byHand("o1", MET, 1))
                            .observe(List.of(), DOUBTED)
                            .audit())
                    .isEqualTo(Audit.NONE);
        }
    }

    private static Cell sampled(Observation... observations) {
        return cell(ReviewMode.NONE).observe(List.of(observations), SAMPLED);
    }

    private static Cell decided(Cell cell, Value value) {
        return taken(cell.decide(decision("r", value), REVIEWER));
    }

    private static Verdict verdict(Cell cell) {
        assertThat(cell.verdict()).isNotNull();
        return Objects.requireNonNull(cell.verdict());
    }

    private static List<Outcome> outcomes(Cell cell) {
        return cell.audit().samples().stream().map(Sample::outcome).toList();
    }
}
