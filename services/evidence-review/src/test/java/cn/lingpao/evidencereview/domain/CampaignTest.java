package cn.lingpao.evidencereview.domain;

import static cn.lingpao.evidencereview.domain.Samples.CAMPAIGN;
import static cn.lingpao.evidencereview.domain.Samples.DECIDED;
import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.domain.Fault.Code;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

    @Test
    void a_decision_within_collection_or_analysis_is_taken() {
        assertThat(CAMPAIGN.refusal("single", MET, DECIDED, NOW)).isEmpty();
        assertThat(CAMPAIGN.refusal("single", MET, Instant.parse("2021-12-10T15:59:59Z"), NOW))
                .isEmpty();
    }

    @Test
    void outside_both_it_is_refused_with_their_dates() {
        assertThat(CAMPAIGN.refusal("single", MET, Instant.parse("2021-12-10T16:00:00Z"), NOW))
                .hasValueSatisfying(fault -> {
                    assertThat(fault.code()).isEqualTo(Code.OUTSIDE_PHASE);
                    assertThat(fault.reason())
                            .contains("collection 2021-09-01 to 2021-11-30", "analysis 2021-11-20 to 2021-12-10");
                });
    }

    @Test
    void a_replayed_campaign_needs_the_time_of_a_decision() {
        assertThat(CAMPAIGN.refusal("single", MET, null, NOW)).map(Fault::code).contains(Code.MISSING);
    }

    @Test
    void a_live_campaign_holds_the_clock_against_its_phases() {
        Campaign live = Samples.campaign(true);
        assertThat(live.refusal("single", MET, null, DECIDED)).isEmpty();
        assertThat(live.refusal("single", MET, null, NOW)).map(Fault::code).contains(Code.OUTSIDE_PHASE);
        assertThat(live.refusal("single", MET, DECIDED, NOW)).map(Fault::code).contains(Code.OUTSIDE_PHASE);
    }

    @Test
    void a_campaign_without_these_phases_restricts_nothing() {
        Campaign free = new Campaign("c", true, List.of(), CAMPAIGN.checkPoints(), Sampling.NONE);
        assertThat(free.refusal("single", MET, null, NOW)).isEmpty();
        assertThat(free.refusal("single", MET, NOW.plusSeconds(301), NOW))
                .map(Fault::code)
                .contains(Code.IN_FUTURE);
    }

    @Test
    void a_value_of_another_kind_and_an_unknown_check_point_are_refused() {
        Value figure = Value.number(BigDecimal.ONE);
        assertThat(CAMPAIGN.refusal("single", figure, DECIDED, NOW))
                .map(Fault::code)
                .contains(Code.WRONG_VALUE);
        assertThat(CAMPAIGN.refusal("single", Value.number(new BigDecimal("1e99")), DECIDED, NOW))
                .map(Fault::code)
                .contains(Code.WRONG_VALUE);
        assertThat(CAMPAIGN.refusal("other", MET, DECIDED, NOW))
                .map(Fault::code)
                .contains(Code.UNKNOWN_CELL);
    }
}
