package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class InstantJsonTest {

    @Test
    void an_instant_is_written_as_the_platform_writes_it_and_read_back() {
        Random random = new Random(7);
        for (int scale : new int[] {1, 1_000, 1_000_000, 1_000_000_000}) {
            for (int i = 0; i < 2_000; i++) {
                isKept(Instant.ofEpochSecond(
                        random.nextLong(-62_167_219_200L, 253_402_300_800L),
                        (long) random.nextInt(1_000_000_000 / scale) * scale));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "2020-02-29T00:00:00.100Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void so_are_those_at_the_ends(String instant) {
        isKept(Instant.parse(instant));
    }

    private static void isKept(Instant instant) {
        assertThat(EventJson.MAPPER.writeValueAsString(instant)).isEqualTo('"' + instant.toString() + '"');
        assertThat(EventJson.MAPPER.readValue('"' + instant.toString() + '"', Instant.class))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-10-01T09:30:00+08:00", "2021-10-01T01:30:00.000Z"})
    void a_time_with_its_zone_is_read(String text) {
        assertThat(EventJson.MAPPER.readValue('"' + text + '"', Instant.class)).isEqualTo("2021-10-01T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-10-01", "2021-10-01T01:30:00", "2021-10-01T01:30Z", "2021-13-01T01:30:00Z", "yesterday"})
    void what_is_no_instant_is_refused(String text) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.MAPPER.readValue('"' + text + '"', Instant.class));
    }
}
