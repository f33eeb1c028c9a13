package cn.lingpao.publication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompositionTest {

    @Test
    void nothing_of_a_hidden_place_is_in_any_document() {
        Draft draft = Composition.compose(Samples.snapshot());
        assertThat(everything(draft)).doesNotContain("elm", "虚构elm", "41.125");
        assertThat(draft.targets()).containsOnlyKeys("aster", "basil", "cedar", "dahlia", "fennel");
    }

    @Test
    void a_changed_hidden_place_does_not_change_the_hash() {
        Snapshot before = Samples.snapshot();
        Map<String, ScoreSheet> sheets = new TreeMap<>(before.sheets());
        sheets.put("elm", Samples.sheet("elm", "12"));
        Map<String, Standing> standings = new TreeMap<>(before.standings());
        List<Standing.Place> places =
                new ArrayList<>(before.standings().get("north").entries());
        places.set(4, Samples.place("elm", 5, "12"));
        standings.put("north", new Standing(Samples.CAMPAIGN, "north", "sample@1", 15, places));
        Snapshot after = new Snapshot(before.campaign(), before.framework(), before.targets(), sheets, standings);
        assertThat(Composition.compose(after).hash())
                .isEqualTo(Composition.compose(before).hash());
    }

    @Test
    void the_same_knowledge_gives_the_same_bytes() {
        Snapshot one = Samples.snapshot();
        Map<String, Target> reversed = new TreeMap<>(Collections.reverseOrder());
        reversed.putAll(one.targets());
        Snapshot other = new Snapshot(one.campaign(), one.framework(), reversed, one.sheets(), one.standings());
        assertThat(everything(Composition.compose(other))).isEqualTo(everything(Composition.compose(one)));
    }

    @Test
    void the_hash_of_the_content_covers_every_document() {
        Draft draft = Composition.compose(Samples.snapshot());
        assertThat(draft.parts())
                .allSatisfy(part -> assertThat(draft.content().json()).contains(part.hash()));
        assertThat(draft.hash())
                .isEqualTo(ReleaseDocument.sha256(draft.content().json()));
    }

    @Test
    void missing_and_undetermined_are_said_and_are_no_zeros() {
        Draft draft = Composition.compose(Samples.snapshot());
        assertThat(draft.targets().get("fennel").json())
                .contains("{\"id\":\"data\",\"missing\":1,\"score\":null,\"state\":\"MISSING\",\"undetermined\":0}")
                .contains("\"total\":null");
        assertThat(draft.targets().get("aster").json())
                .contains("{\"id\":\"service\",\"missing\":0,\"score\":91.5,\"state\":\"SCORED\",\"undetermined\":1}");
    }

    @Test
    void a_target_without_a_sheet_is_missing_everywhere() {
        Snapshot all = Samples.snapshot();
        Map<String, ScoreSheet> sheets = new TreeMap<>(all.sheets());
        sheets.remove("fennel");
        Snapshot snapshot = new Snapshot(all.campaign(), all.framework(), all.targets(), sheets, all.standings());
        assertThat(Composition.compose(snapshot).targets().get("fennel").json())
                .contains("{\"id\":\"sample\",\"missing\":3,\"score\":null,\"state\":\"MISSING\",\"undetermined\":0}");
    }

    @Test
    void check_points_stay_in_the_house() {
        assertThat(everything(Composition.compose(Samples.snapshot()))).doesNotContain("service.online");
    }

    private static String everything(Draft draft) {
        StringBuilder all = new StringBuilder(draft.content().json());
        draft.lists().forEach((id, document) -> all.append(id).append(document.json()));
        draft.targets().forEach((id, document) -> all.append(id).append(document.json()));
        return all.toString();
    }
}
