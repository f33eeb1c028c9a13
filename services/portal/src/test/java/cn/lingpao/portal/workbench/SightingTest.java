package cn.lingpao.portal.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T16:00:05.678Z");
    private static final Choices CHECKLIST = Choices.of(new Rule.Checklist());
    private static final Choices COUNTED = Choices.of(new Rule.Count(BigDecimal.ONE));

    @Test
    void nobody_is_denied_a_point_without_a_file() {
        assertThat(said("NOT_MET", "", "").faults(CHECKLIST, false)).containsExactly(Map.entry("file", "no-proof"));
        assertThat(said("NOT_MET", "", "").faults(CHECKLIST, true)).isEmpty();
        assertThat(said("MET", "", "").faults(CHECKLIST, false)).isEmpty();
    }

    @Test
    void what_is_undetermined_needs_its_cause_and_a_figure_a_number() {
        assertThat(said("UNDETERMINED", "", "").faults(CHECKLIST, false)).containsOnlyKeys("cause");
        assertThat(said("NUMBER", "many", "").faults(COUNTED, false)).containsOnlyKeys("number");
        assertThat(said("NUMBER", "12.50", "").faults(COUNTED, false)).isEmpty();
        assertThat(said("MET", "", "").faults(COUNTED, false)).containsOnlyKeys("value");
    }

    @Test
    void grades_are_chosen_by_name() {
        assertThat(Choices.of(new Rule.Graded(Map.of("partly", BigDecimal.ONE))).words())
                .containsExactly("partly", "NOT_APPLICABLE", "UNDETERMINED");
    }

    @Test
    void times_are_those_of_china() {
        Sighting sighting = said("UNDETERMINED", "", "captcha");
        assertThat(sighting.observedAt()).isEqualTo("2026-12-01T00:00:05");
        assertThat(sighting.seen(null).observedAt()).isEqualTo(Instant.parse("2026-11-30T16:00:05Z"));
        assertThat(sighting.seen(null).cause()).isEqualTo("captcha");
        assertThat(sighting.seen(null).evidence()).isEmpty();
    }

    private static Sighting said(String value, String number, String cause) {
        return new Sighting("t", "p", "", value, number, cause, "", "", "", "").at(NOW);
    }
}
