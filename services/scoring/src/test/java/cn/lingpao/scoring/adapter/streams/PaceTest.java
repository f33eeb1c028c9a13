package cn.lingpao.scoring.adapter.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofMillis(100), Duration.ofSeconds(2));

    @Test
    void the_first_change_waits_for_nothing() {
        assertThat(pace.allows(0)).isTrue();
    }

    @Test
    void what_was_cheap_may_be_told_again_at_the_next_beat() {
        pace.took(1_030, Duration.ofMillis(1), false);

        assertThat(pace.allows(1_099)).isFalse();
        assertThat(pace.allows(1_100)).isTrue();
    }

    @Test
    void what_was_dear_waits_as_long_as_it_took() {
        pace.took(1_000, Duration.ofMillis(150), false);

        assertThat(pace.allows(1_299)).isFalse();
        assertThat(pace.allows(1_300)).isTrue();
    }

    @Test
    void a_backlog_goes_first() {
        pace.took(1_000, Duration.ofMillis(50), true);

        assertThat(pace.allows(1_649)).isFalse();
        assertThat(pace.allows(1_650)).isTrue();
    }

    @Test
    void no_wait_is_longer_than_the_limit() {
        pace.took(1_000, Duration.ofSeconds(3), true);

        assertThat(pace.allows(5_999)).isFalse();
        assertThat(pace.allows(6_000)).isTrue();
    }
}
