package cn.lingpao.publication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private final Snapshot all = Samples.snapshot();

    @Test
    void a_settled_campaign_agrees() {
        assertThat(Agreement.disagreements(all)).isEmpty();
    }

    @Test
    void a_total_that_moved_after_the_ranking_is_named() {
        assertThat(Agreement.disagreements(with(Samples.sheet("basil", "79"))))
                .containsExactly(new Agreement.Disagreement(
                        "north", "basil", "total", "the ranking and the score sheet have different totals"));
    }

    @Test
    void a_list_without_a_ranking_is_named() {
        assertThat(codes(new Snapshot(
                        all.campaign(),
                        all.framework(),
                        all.targets(),
                        all.sheets(),
                        Map.of("north", all.standings().get("north")))))
                .containsExactly("no-ranking");
    }

    @Test
    void a_ranked_target_without_a_sheet_is_named() {
        Map<String, ScoreSheet> sheets = new HashMap<>(all.sheets());
        sheets.remove("elm");
        assertThat(codes(new Snapshot(all.campaign(), all.framework(), all.targets(), sheets, all.standings())))
                .containsExactly("no-sheet", "verdicts");
    }

    @Test
    void a_new_member_that_is_not_ranked_yet_is_named() {
        Map<String, Target> targets = new HashMap<>(all.targets());
        targets.put("gorse", Samples.target("gorse"));
        assertThat(codes(new Snapshot(all.campaign(), all.framework(), targets, all.sheets(), all.standings())))
                .containsExactly("not-ranked");
    }

    @Test
    void a_ranked_target_that_left_the_list_is_named() {
        Map<String, Target> targets = new HashMap<>(all.targets());
        targets.put("dahlia", Samples.target("dahlia"));
        assertThat(codes(new Snapshot(all.campaign(), all.framework(), targets, all.sheets(), all.standings())))
                .containsExactly("not-registered");
    }

    @Test
    void scores_of_another_framework_are_named() {
        Standing old = new Standing(
                Samples.CAMPAIGN,
                "harbours",
                "sample@0",
                3,
                all.standings().get("harbours").entries());
        Map<String, Standing> standings = new HashMap<>(all.standings());
        standings.put("harbours", old);
        assertThat(codes(new Snapshot(all.campaign(), all.framework(), all.targets(), all.sheets(), standings)))
                .containsExactly("framework");
    }

    private Snapshot with(ScoreSheet sheet) {
        Map<String, ScoreSheet> sheets = new HashMap<>(all.sheets());
        sheets.put(sheet.targetId(), sheet);
        return new Snapshot(all.campaign(), all.framework(), all.targets(), sheets, all.standings());
    }

    private static java.util.List<String> codes(Snapshot snapshot) {
        return Agreement.disagreements(snapshot).stream()
                .map(Agreement.Disagreement::code)
                .toList();
    }
}
