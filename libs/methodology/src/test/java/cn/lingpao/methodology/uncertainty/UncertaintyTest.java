package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Basis;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

    private static final Framework FRAMEWORK = Framework.parse("""
            id: firm
            version: "1"
            name: Firm
            levels:
              - {id: high, name: High, from: 75}
              - {id: low, name: Low, from: 0}
            nodes:
              - {id: a, name: A, weight: 1, checkPoints: [{id: a.x, text: X, rule: checklist, points: 100}]}
              - {id: b, name: B, weight: 1, checkPoints: [{id: b.x, text: X, rule: ratio, points: 100, of: 100}]}
              - {id: c, name: C, weight: 2, measure: {normalise: never}}
            """);

    private static final Map<String, Map<String, Answer>> ANSWERS = Map.of(
            "best", answers(Value.MET, 90, 90),
            "near", answers(Value.MET, 80, 60),
            "like", answers(Value.NOT_MET, 100, 95),
            "open", answers(Value.UNDETERMINED, 60, 60),
            "none", Map.of());

    private static final List<Member> ROSTER = List.of(
            new Member("best", "1"),
            new Member("near", "2"),
            new Member("like", "3"),
            new Member("open", "4"),
            new Member("none", null));

    private static final Uncertainty UNCERTAINTY = new Uncertainty(Assessment.of(FRAMEWORK, ROSTER, ANSWERS));

    private static Map<String, Answer> answers(Value a, int b, int c) {
        return Map.of("a.x", Answer.of(a), "b.x", number(b), "c", number(c));
    }

    private static Answer number(int number) {
        return Answer.of(Value.number(BigDecimal.valueOf(number)));
    }

    private static TargetUncertainty of(RankingUncertainty uncertainty, String target) {
        return uncertainty.targets().stream()
                .filter(each -> each.targetId().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_noise_every_draw_is_the_record() {
        RankingUncertainty still =
                UNCERTAINTY.draws(Plan.of(300).withWeights(new Noise.None()).withOpenValues(false));

        assertThat(still.targets())
                .extracting(TargetUncertainty::targetId)
                .containsExactly("best", "near", "like", "open", "none");
        for (TargetUncertainty target : still.targets().subList(0, 4)) {
            assertThat(target.rank5()).isEqualTo(target.rank()).isEqualTo(target.rank95());
            assertThat(target.meanTotal()).isCloseTo(target.total().doubleValue(), within(1e-9));
        }
        assertThat(of(still, "best").levels()).containsExactly(Map.entry("high", 1.0), Map.entry("low", 0.0));
    }

    @Test
    void a_target_without_a_total_has_no_rank_in_any_draw() {
        TargetUncertainty none = of(UNCERTAINTY.draws(Plan.of(100)), "none");

        assertThat(none.rank()).isNull();
        assertThat(none.rank50()).isNull();
        assertThat(none.unranked()).isEqualTo(1);
        assertThat(none.next()).isNull();
    }

    @Test
    void neighbours_that_change_places_cannot_be_told_apart() {
        RankingUncertainty drawn = UNCERTAINTY.draws(Plan.of(2_000).withOpenValues(false));

        assertThat(of(drawn, "best").next().targetId()).isEqualTo("near");
        assertThat(of(drawn, "best").next().distinguishable()).isTrue();
        assertThat(of(drawn, "near").next().ahead()).isBetween(0.5, 0.95);
        assertThat(of(drawn, "near").next().distinguishable()).isFalse();
        assertThat(of(drawn, "like").rank5()).isEqualTo(2);
        assertThat(of(drawn, "like").rank95()).isEqualTo(3);
    }

    @Test
    void an_undetermined_value_is_drawn_among_what_it_may_be() {
        RankingUncertainty drawn = UNCERTAINTY.draws(Plan.of(4_000).withWeights(new Noise.None()));

        assertThat(drawn.openValues()).isEqualTo(1);
        assertThat(of(drawn, "open").meanTotal()).isCloseTo((45 + 70) / 2.0, within(1.0));
    }

    @Test
    void a_disputed_value_is_drawn_in_place_of_the_recorded_one() {
        Plan plan = Plan.of(4_000)
                .withWeights(new Noise.None())
                .withOpenValues(false)
                .withDisputed(Map.of("near", Map.of("a.x", List.of(Value.MET, Value.NOT_MET))));
        TargetUncertainty near = of(UNCERTAINTY.draws(plan), "near");

        assertThat(near.levels().get("high")).isCloseTo(0.5, within(0.05));
        assertThat(near.meanRank()).isCloseTo(3, within(0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNCERTAINTY.draws(
                        plan.withDisputed(Map.of("near", Map.of("b.x", List.of(Value.grade("red")))))))
                .withMessageContaining("b.x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNCERTAINTY.draws(plan.withDisputed(Map.of("far", Map.of()))));
    }

    @Test
    void the_figures_depend_on_the_seed_and_not_on_the_threads() {
        Plan plan = Plan.of(1_000);

        assertThat(UNCERTAINTY.draws(plan.withThreads(1))).isEqualTo(UNCERTAINTY.draws(plan.withThreads(5)));
        assertThat(UNCERTAINTY.draws(plan).targets())
                .isNotEqualTo(UNCERTAINTY.draws(plan.withSeed(3)).targets());
    }

    @Test
    void other_weights_give_another_ranking_beside_the_record() {
        WhatIf then = UNCERTAINTY.whatIf(Map.of("a", BigDecimal.ZERO));

        WhatIf.Shift like = then.shifts().stream()
                .filter(shift -> shift.targetId().equals("like"))
                .findFirst()
                .orElseThrow();
        assertThat(like.rank()).isEqualTo(3);
        assertThat(like.rankThen()).isEqualTo(1);
        assertThat(like.totalThen()).isEqualByComparingTo("96.666666667");
        assertThat(then.mostShift()).isEqualTo(2);
        assertThat(then.meanShift()).isEqualTo((2 + 1 + 1 + 0) / 4.0);
    }

    @Test
    void another_version_is_held_beside_the_record_with_the_answers_it_takes() {
        Framework shorter = Framework.parse("""
                id: firm
                version: "2"
                name: Firm
                nodes:
                  - {id: b, name: B, checkPoints: [{id: b.x, text: X, rule: ratio, points: 100, of: 100}]}
                """);

        WhatIf then = UNCERTAINTY.whatIf(shorter);

        assertThat(then.shifts()).extracting(WhatIf.Shift::rankThen).containsExactly(2.0, 3.0, 1.0, 4.0, null);
        assertThat(then.shifts()).extracting(WhatIf.Shift::rank).containsExactly(1.0, 2.0, 3.0, 4.0, null);
    }

    @Test
    void a_removed_indicator_shifts_ranks() {
        List<Removal> removals = UNCERTAINTY.removals();

        assertThat(removals).extracting(Removal::nodeId).containsExactly("a", "b", "c");
        assertThat(removals.getFirst().effect().meanShift()).isEqualTo(1);
    }

    @Test
    void only_the_members_of_the_list_are_ranked() {
        Assessment some = new Assessment(FRAMEWORK, ROSTER, ANSWERS, Map.of(), Basis.NONE, Set.of("near", "open"));
        RankingUncertainty drawn = new Uncertainty(some).draws(Plan.of(100));

        assertThat(drawn.targets()).extracting(TargetUncertainty::targetId).containsExactly("near", "open");
        assertThat(of(drawn, "near").rank()).isEqualTo(1);
    }

    @Test
    void sensitivity_says_what_moves_the_ranking() {
        Sensitivity sensitivity = UNCERTAINTY.sensitivity(SensitivityPlan.of(2_000)
                .withGrouping(SensitivityPlan.Grouping.EACH)
                .withTargets(List.of("like")));

        assertThat(sensitivity.rankShift())
                .extracting(SobolIndex::factor)
                .containsExactly("weight of a", "weight of b", "weight of c", "open values");
        List<SobolIndex> like = sensitivity.totals().get("like");
        assertThat(like.getFirst().total().value()).isGreaterThan(0.6);
        assertThat(like.getLast().total().value()).isZero();
        assertThat(UNCERTAINTY.sensitivity(SensitivityPlan.of(200)))
                .isEqualTo(UNCERTAINTY.sensitivity(SensitivityPlan.of(200)));
    }

    @Test
    void normalisation_is_a_factor_where_measures_are_normalised() {
        Framework normalised = Framework.parse("""
                id: scaled
                version: "1"
                name: Scaled
                nodes:
                  - {id: a, name: A, measure: {normalise: min-max}}
                  - {id: b, name: B, measure: {normalise: min-max}}
                """);
        Map<String, Map<String, Answer>> answers = Map.of(
                "x", Map.of("a", number(1), "b", number(50)),
                "y", Map.of("a", number(2), "b", number(49)),
                "z", Map.of("a", number(90), "b", number(3)),
                "w", Map.of("a", number(5), "b", number(60)));
        List<Member> roster =
                answers.keySet().stream().map(id -> new Member(id, null)).toList();
        Sensitivity sensitivity = new Uncertainty(Assessment.of(normalised, roster, answers))
                .sensitivity(SensitivityPlan.of(500).withAlternatives(Alternatives.normalisations(normalised)));

        assertThat(sensitivity.rankShift())
                .extracting(SobolIndex::factor)
                .containsExactly("weights below scaled", "normalisation");
        assertThat(sensitivity.rankShift().getLast().total().value()).isGreaterThan(0.5);
        assertThat(Alternatives.normalisations(FRAMEWORK)).isEmpty();
    }
}
