package cn.lingpao.targetregistry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.PhaseGate.Closed;
import cn.lingpao.targetregistry.domain.PhaseGate.Open;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PhaseGateTest {

    private static final Instant NOW = Instant.parse("2021-09-15T04:00:00Z");

    @Nested
    class A_live_campaign {

        @Test
        void lets_a_command_pass_within_its_phase() {
            assertThat(check(TimeBasis.LIVE, null, NOW)).isEqualTo(new Open(NOW));
        }

        @Test
        void names_the_phase_and_its_dates_when_it_refuses() {
            assertThat(refusal(check(TimeBasis.LIVE, null, Instant.parse("2021-10-16T00:00:00Z"))))
                    .contains("participation", "2021-08-26", "2021-10-15");
        }

        @Test
        void counts_days_in_China() {
            assertThat(check(TimeBasis.LIVE, null, Instant.parse("2021-10-15T15:59:59Z")))
                    .isInstanceOf(Open.class);
            assertThat(check(TimeBasis.LIVE, null, Instant.parse("2021-10-15T16:00:00Z")))
                    .isInstanceOf(Closed.class);
        }

        @Test
        void does_not_take_a_stated_time() {
            assertThat(refusal(check(TimeBasis.LIVE, NOW, NOW))).contains("clock");
        }
    }

    @Nested
    class A_recorded_campaign {

        private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

        @Test
        void is_held_against_the_stated_time() {
            assertThat(check(TimeBasis.RECORDED, NOW, LATER)).isEqualTo(new Open(NOW));
        }

        @Test
        void needs_a_stated_time() {
            assertThat(check(TimeBasis.RECORDED, null, LATER)).isInstanceOf(Closed.class);
        }

        @Test
        void refuses_the_future() {
            assertThat(refusal(check(TimeBasis.RECORDED, NOW.plusSeconds(301), NOW)))
                    .contains("has not come");
        }
    }

    @Test
    void a_phase_that_is_not_defined_restricts_nothing() {
        CampaignDefinition campaign = Campaigns2021.campaign("c", TimeBasis.LIVE);

        assertThat(PhaseGate.check(campaign, PhaseId.RELEASE, null, NOW)).isEqualTo(new Open(NOW));
    }

    private static PhaseGate.Passage check(TimeBasis time, @Nullable Instant stated, Instant now) {
        return PhaseGate.check(Campaigns2021.campaign("c", time), PhaseId.PARTICIPATION, stated, now);
    }

    private static String refusal(PhaseGate.Passage passage) {
        return ((Closed) passage).fault().reason();
    }
}
