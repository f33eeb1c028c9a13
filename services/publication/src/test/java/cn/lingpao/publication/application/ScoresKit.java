package cn.lingpao.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.publication.application.Scores.Positioned;
import cn.lingpao.publication.domain.Samples;
import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Snapshot;
import cn.lingpao.publication.domain.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place that keeps scores must do. */
public abstract class ScoresKit {

    private Scores scores;

    /** Empty scores. */
    protected abstract Scores fresh();

    @BeforeEach
    void start() {
        scores = fresh();
    }

    @Test
    void sheets_and_rankings_come_back_as_they_were_kept() {
        Snapshot sample = Samples.snapshot();
        List<Positioned<ScoreSheet>> sheets = new ArrayList<>();
        sample.sheets().values().forEach(sheet -> sheets.add(new Positioned<>(sheet, 0, sheets.size())));
        List<Positioned<Standing>> standings = new ArrayList<>();
        sample.standings().values().forEach(one -> standings.add(new Positioned<>(one, 0, standings.size())));
        assertThat(scores.keepSheets(sheets)).isZero();
        assertThat(scores.keepStandings(standings)).isZero();
        assertThat(scores.sheets(Samples.CAMPAIGN)).isEqualTo(sample.sheets());
        assertThat(scores.standings(Samples.CAMPAIGN)).isEqualTo(sample.standings());
    }

    @Test
    void a_later_sheet_replaces_an_earlier_one() {
        keep("70", 0, 1);
        assertThat(keep("80", 0, 2)).isZero();
        assertThat(total()).isEqualTo("80");
    }

    @Test
    void a_stale_or_repeated_sheet_changes_nothing_and_is_counted() {
        keep("80", 0, 5);
        assertThat(keep("70", 0, 4)).isEqualTo(1);
        assertThat(keep("60", 0, 5)).isEqualTo(1);
        assertThat(total()).isEqualTo("80");
    }

    @Test
    void a_key_that_moved_to_another_partition_is_taken_from_there() {
        keep("80", 0, 500);
        assertThat(keep("70", 3, 2)).isZero();
        assertThat(total()).isEqualTo("70");
    }

    @Test
    void a_batch_with_stale_ones_among_new_ones_keeps_the_new_ones() {
        keep("80", 0, 5);
        int unchanged = scores.keepSheets(List.of(
                new Positioned<>(Samples.sheet("elm", "10"), 0, 3),
                new Positioned<>(Samples.sheet("oak", "20"), 0, 6)));
        assertThat(unchanged).isEqualTo(1);
        assertThat(scores.sheets(Samples.CAMPAIGN)).containsOnlyKeys("elm", "oak");
        assertThat(total()).isEqualTo("80");
    }

    @Test
    void of_two_in_one_batch_the_later_one_stays() {
        scores.keepSheets(List.of(
                new Positioned<>(Samples.sheet("elm", "10"), 0, 3),
                new Positioned<>(Samples.sheet("elm", "20"), 0, 4)));
        assertThat(total()).isEqualTo("20");
    }

    @Test
    void progress_counts_verdicts_and_targets_of_a_campaign() {
        keep("80", 0, 5);
        assertThat(scores.progress(Samples.CAMPAIGN)).isEqualTo(new Scores.Progress(3, 0, 1));
        assertThat(scores.progress("nobody")).isEqualTo(new Scores.Progress(0, 0, 0));
    }

    private int keep(String total, int partition, long offset) {
        return scores.keepSheets(List.of(new Positioned<>(Samples.sheet("elm", total), partition, offset)));
    }

    private String total() {
        return String.valueOf(scores.sheets(Samples.CAMPAIGN).get("elm").total());
    }
}
