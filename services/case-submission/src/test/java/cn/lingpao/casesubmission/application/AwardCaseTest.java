package cn.lingpao.casesubmission.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.casesubmission.application.AwardCase.Awarded;
import cn.lingpao.casesubmission.application.AwardCase.Decision;
import cn.lingpao.casesubmission.application.AwardCase.NotAwarded;
import cn.lingpao.casesubmission.application.AwardCase.Refused;
import cn.lingpao.casesubmission.application.AwardCase.Result;
import cn.lingpao.casesubmission.application.AwardCase.Unchanged;
import cn.lingpao.casesubmission.application.AwardCase.Unknown;
import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.Examples;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardCaseTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryCases cases = new InMemoryCases();
    private final AwardCase awardCase =
            new AwardCase(new DemoAssessments(TimeBasis.RECORDED, true), cases, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void a_case_is_submitted() {
        cases.add(new InnovationCase("c1", "demo", Examples.form("掌上办"), List.of(), Examples.SUBMISSION, null));
    }

    @Test
    void a_judge_awards_points_with_the_targets_group() {
        assertThat(award("2.50")).isInstanceOf(Awarded.class);

        assertThat(stored()).isEqualTo(new Award(new BigDecimal("2.5"), "city", "judge", null, Examples.JUDGING, 1));
    }

    @Test
    void the_same_points_again_change_nothing_and_others_count_the_sequence_up() {
        award("2.5");

        assertThat(award("2.50")).isInstanceOf(Unchanged.class);
        assertThat(award("3")).isInstanceOf(Awarded.class);
        assertThat(stored()).isNotNull().satisfies(award -> {
            assertThat(award.sequence()).isEqualTo(2);
            assertThat(award.points()).isEqualByComparingTo("3");
        });
    }

    @Test
    void a_withdrawn_award_has_no_points_and_stays_withdrawn() {
        assertThat(withdraw()).isInstanceOf(NotAwarded.class);
        award("2.5");

        assertThat(withdraw()).isInstanceOf(Awarded.class);
        assertThat(withdraw()).isInstanceOf(Unchanged.class);

        assertThat(stored()).isNotNull().satisfies(award -> {
            assertThat(award.sequence()).isEqualTo(2);
            assertThat(award.points()).isZero();
        });
        assertThat(award("1")).isInstanceOf(Awarded.class);
    }

    @ParameterizedTest
    @CsvSource({"0, not-positive", "-1, not-positive", "10.01, over-cap", "1.23456, too-fine"})
    void points_that_cannot_be_awarded_are_refused(String points, String code) {
        assertThat(code(award(points))).isEqualTo(code);
        assertThat(stored()).isNull();
    }

    @Test
    void the_cap_itself_can_be_awarded() {
        assertThat(award("10")).isInstanceOf(Awarded.class);
    }

    @Test
    void outside_the_judging_phase_nothing_is_awarded() {
        Result early = awardCase.award("demo", "c1", decision("1", Examples.SUBMISSION));

        assertThat(code(early)).isEqualTo("outside-phase");
    }

    @Test
    void a_judge_who_means_another_case_is_told() {
        Decision other = new Decision(BigDecimal.ONE, null, "other", "mobile-service", "judge", Examples.JUDGING);
        Decision otherType = new Decision(BigDecimal.ONE, null, "yun", "data-sharing", "judge", Examples.JUDGING);

        assertThat(code(awardCase.award("demo", "c1", other))).isEqualTo("other-target");
        assertThat(code(awardCase.award("demo", "c1", otherType))).isEqualTo("other-type");
    }

    @Test
    void an_unknown_case_or_campaign_is_told() {
        assertThat(awardCase.award("demo", "none", decision("1", Examples.JUDGING)))
                .isEqualTo(new Unknown());
        assertThat(awardCase.award("none", "c1", decision("1", Examples.JUDGING)))
                .isEqualTo(new Unknown());
    }

    private Result award(String points) {
        return awardCase.award("demo", "c1", decision(points, Examples.JUDGING));
    }

    private Result withdraw() {
        return awardCase.withdraw("demo", "c1", "judge", Examples.JUDGING);
    }

    private @Nullable Award stored() {
        return cases.find("c1").orElseThrow().award();
    }

    private static Decision decision(String points, Instant at) {
        return new Decision(new BigDecimal(points), null, null, null, "judge", at);
    }

    private static String code(Result result) {
        return ((Refused) result).fault().code();
    }
}
