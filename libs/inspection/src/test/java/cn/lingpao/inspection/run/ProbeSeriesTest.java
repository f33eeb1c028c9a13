package cn.lingpao.inspection.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.check.ProbeLog.Probe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeSeriesTest {

    private static final URI HOME = URI.create("http://a.example/");
    private static final Subject SUBJECT = new Subject("a", null, "portal", "portal", HOME);

    @TempDir
    Path folder;

    @Test
    void runs_in_folders_of_their_own_add_to_one_series() throws IOException {
        Path series = folder.resolve("series/campaign.ndjson");
        ProbeSeries.add(run("first", series, probe(1), probe(2)), series);
        Path second = run("second", series, probe(3));
        Files.writeString(second, "{\"probe\":\"half a li", StandardOpenOption.APPEND);

        ProbeSeries.add(second, series);
        ProbeSeries.add(second, series);
        ProbeSeries.add(folder.resolve("none.ndjson"), series);

        try (Journal third = Journal.open(folder.resolve("third.ndjson"), series)) {
            assertThat(third.of(SUBJECT)).containsExactly(probe(1), probe(2), probe(3));
        }
    }

    @Test
    void a_run_that_goes_on_after_its_probes_were_added_has_them_once() throws IOException {
        Path series = folder.resolve("series.ndjson");
        Path run = run("run", series, probe(1));
        ProbeSeries.add(run, series);

        try (Journal again = Journal.open(run, series)) {
            assertThat(again.of(SUBJECT)).containsExactly(probe(1));
        }
    }

    @Test
    void an_interrupted_check_closes_the_journal_for_nobody() throws IOException {
        try (Journal open = Journal.open(folder.resolve("run.ndjson"), null)) {
            Thread.currentThread().interrupt();
            open.keep(SUBJECT, probe(1));
            assertThat(Thread.interrupted()).isTrue();
            open.keep(SUBJECT, probe(2));
        }
        try (Journal again = Journal.open(folder.resolve("run.ndjson"), null)) {
            assertThat(again.of(SUBJECT)).containsExactly(probe(1), probe(2));
        }
    }

    private Path run(String name, Path series, Probe... probes) throws IOException {
        Path journal = folder.resolve(name + ".ndjson");
        try (Journal open = Journal.open(journal, series)) {
            for (Probe probe : probes) {
                open.keep(SUBJECT, probe);
            }
        }
        return journal;
    }

    private static Probe probe(int hour) {
        Instant at = Instant.parse("2026-01-02T00:00:00Z").plus(Duration.ofHours(hour));
        return new Probe(at, Duration.ofMillis(5), hour == 2 ? Cause.TIMEOUT : null, HOME, "sha" + hour);
    }
}
