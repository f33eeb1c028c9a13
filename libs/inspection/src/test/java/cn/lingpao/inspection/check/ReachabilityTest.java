package cn.lingpao.inspection.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.check.ProbeLog.Probe;
import cn.lingpao.inspection.fixture.FixtureWeb;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A series of probes that grows over the runs of a week. */
class ReachabilityTest {

    private static final Subject PORTAL =
            new Subject("yunlan", Sites.DIVISION, "portal", "portal", URI.create("http://" + Sites.HOST + "/"));

    private final ProbeLog log = ProbeLog.inMemory();
    private final Check check = new Reachability();

    private Finding decide(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(FixtureInspections.impatient());
        parameters.forEach((name, value) -> all.put("reachability." + name, value));
        FixtureWeb web = new FixtureWeb(FixtureInspections.CLOCK)
                .serve(Sites.HOST, new Portal(Sites.HOST, Sites.CODE, FixtureInspections.TODAY));
        Inspection.Tools tools =
                new Inspection.Tools(web, FixtureInspections.CLOCK, new Parameters(all), Optional.empty(), log);
        return check.decide(Inspection.of(List.of(PORTAL), tools).getFirst());
    }

    /** Three probes on each of the six days before. */
    private void sixDays(int others, @Nullable Cause cause) {
        for (int at = 0; at < 18; at++) {
            Instant then = FixtureInspections.CLOCK.instant().minus(Duration.ofDays(1 + at / 3));
            log.keep(PORTAL, new Probe(then, Duration.ofMillis(80), at < others ? cause : null, PORTAL.url(), "00ff"));
        }
    }

    private static final Map<String, String> THREE_A_DAY = Map.of("probes-per-day", "3");

    @Test
    void one_run_is_too_short_and_says_how_much_there_is() {
        Finding finding = decide(Map.of());

        assertThat(finding.cause()).isEqualTo(Cause.SHORT_SERIES);
        assertThat(finding.reading()).contains("0 of 3 probes failed", "7 days of 20");
        assertThat(check.goesOn(finding, new Parameters(Map.of()))).contains(Duration.ofMinutes(60));
    }

    @Test
    void the_probes_of_a_week_decide() {
        sixDays(0, null);

        Finding finding = decide(THREE_A_DAY);

        assertThat(finding.verdict()).isEqualTo(Verdict.MET);
        assertThat(finding.reading()).contains("0 of 21 probes failed");
        assertThat(check.goesOn(finding, new Parameters(Map.of()))).isEmpty();
    }

    @Test
    void five_in_a_hundred_failures_are_too_many() {
        sixDays(2, Cause.TIMEOUT);

        assertThat(decide(THREE_A_DAY).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void one_failure_in_twenty_one_is_not() {
        sixDays(1, Cause.SERVER_ERROR);

        assertThat(decide(THREE_A_DAY).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_firewall_counts_neither_way_where_it_would_decide() {
        sixDays(2, Cause.FIREWALL);

        assertThat(decide(THREE_A_DAY).cause()).isEqualTo(Cause.FIREWALL);
    }

    @Test
    void an_answer_that_is_no_http_is_unclear_in_a_full_series_only() {
        sixDays(2, Cause.PARSE);

        assertThat(decide(THREE_A_DAY).cause()).isEqualTo(Cause.PARSE);
        assertThat(decide(Map.of("probes-per-day", "9")).cause()).isEqualTo(Cause.SHORT_SERIES);
    }

    @Test
    void a_series_of_one_day_is_made_in_one_run() {
        Finding finding = decide(Map.of("days", "1"));

        assertThat(finding.verdict()).isEqualTo(Verdict.MET);
        assertThat(finding.reading()).contains("0 of 20 probes failed");
    }
}
