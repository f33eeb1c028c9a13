package cn.lingpao.scoring.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.scoring.application.Placed;
import cn.lingpao.scoring.domain.Progress;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@EachStore
class MongoScoresTest {

    private final MongoTemplate mongo;
    private final MongoScores scores;

    MongoScoresTest(Store store) {
        mongo = store.template();
        scores = new MongoScores(mongo);
    }

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), "scores");
        mongo.remove(new Query(), "rankings");
    }

    @Test
    void a_sheet_is_kept_as_it_was_told() {
        scores.keepSheets(List.of(sheet("north", 1, 3)));

        assertThat(scores.sheet("demo", "north"))
                .contains(EventJson.text(sheet("north", 1, 3).told()));
        assertThat(scores.sheet("demo", "south")).isEmpty();
        assertThat(scores.sheet("other", "north")).isEmpty();
    }

    @Test
    void the_newest_of_a_batch_is_kept() {
        int stale = scores.keepSheets(List.of(sheet("north", 1, 3), sheet("south", 2, 5), sheet("north", 3, 4)));

        assertThat(stale).isEqualTo(1);
        assertThat(scores.progress("demo")).isEqualTo(new Progress(9, 2, 2));
    }

    @Test
    void a_second_delivery_changes_nothing_and_says_so() {
        List<Placed<TargetScored>> batch = List.of(sheet("north", 1, 3), sheet("south", 2, 5));
        assertThat(scores.keepSheets(batch)).isZero();

        assertThat(scores.keepSheets(batch)).isEqualTo(2);
        assertThat(scores.progress("demo")).isEqualTo(new Progress(8, 2, 2));
    }

    @Test
    void an_older_position_never_replaces_a_newer_one_and_does_not_hold_back_its_neighbours() {
        scores.keepSheets(List.of(sheet("north", 7, 4)));

        assertThat(scores.keepSheets(List.of(sheet("north", 6, 3), sheet("south", 8, 1))))
                .isEqualTo(1);
        assertThat(scores.progress("demo")).isEqualTo(new Progress(5, 2, 2));
    }

    @Test
    void a_ranking_is_kept_as_it_was_told() {
        ListRanked ranking = new ListRanked("demo", "cities", "city", "mini@1", 3, List.of());
        scores.keepRankings(List.of(new Placed<>(0, 1, ranking)));

        assertThat(scores.ranking("demo", "cities")).contains(EventJson.text(ranking));
    }

    @Test
    void progress_counts_one_campaign_only() {
        scores.keepSheets(List.of(sheet("north", 1, 3)));

        assertThat(scores.progress("other")).isEqualTo(new Progress(0, 0, 0));
    }

    private static Placed<TargetScored> sheet(String target, long offset, int verdicts) {
        return new Placed<>(
                0,
                offset,
                new TargetScored(
                        "demo",
                        target,
                        "city",
                        "mini@1",
                        null,
                        null,
                        BigDecimal.ZERO,
                        verdicts,
                        1,
                        List.of(),
                        List.of()));
    }
}
