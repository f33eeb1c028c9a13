package cn.lingpao.scoring.adapter.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofSeconds(2));

    @Test
    void the_first_change_waits_for_nothing() {
        assertThat(pace.allows(0)).isTrue();
    }

    @Test
    void what_was_cheap_may_be_told_again_soon() {
        pace.took(1_000, Duration.ofMillis(1));

        assertThat(pace.allows(1_011)).isFalse();
        assertThat(pace.allows(1_012)).isTrue();
    }

    @Test
    void what_was_dear_waits_but_never_longer_than_the_limit() {
        pace.took(1_000, Duration.ofSeconds(3));

        assertThat(pace.allows(2_999)).isFalse();
        assertThat(pace.allows(3_000)).isTrue();
    }
}
