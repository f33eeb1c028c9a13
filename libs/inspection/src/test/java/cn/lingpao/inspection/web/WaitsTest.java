package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.web.Capture.Header;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {

    private static final Instant NOW = Instant.parse("2026-11-06T08:49:37Z");

    private static Duration asked(int status, String retryAfter) {
        Exchange exchange = new Exchange(
                "GET",
                URI.create("http://portal.example/"),
                null,
                NOW,
                Duration.ZERO,
                new byte[0],
                new byte[0],
                status,
                List.of(new Header("Retry-After", retryAfter)),
                new byte[0],
                "",
                null,
                "");
        return Waits.asked(exchange, NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60",
                "Fri, 06 Nov 2026 08:50:37 GMT",
                "Friday, 06-Nov-26 08:50:37 GMT",
                "Fri Nov  6 08:50:37 2026"
            })
    void a_wish_is_read_in_every_form_of_http(String retryAfter) {
        assertThat(asked(503, retryAfter)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_wish_for_more_seconds_than_a_number_holds_is_a_long_one() {
        assertThat(asked(429, "99999999999999999999")).isGreaterThanOrEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "Fri, 06 Nov 2026 08:48:37 GMT"})
    void a_wish_that_says_nothing_means_some_seconds_after_too_many_requests(String retryAfter) {
        assertThat(asked(429, retryAfter)).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(asked(503, retryAfter)).isZero();
    }
}
