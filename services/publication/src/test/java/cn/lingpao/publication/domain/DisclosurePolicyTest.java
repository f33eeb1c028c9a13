package cn.lingpao.publication.domain;

import static cn.lingpao.publication.domain.Samples.campaign;
import static cn.lingpao.publication.domain.Samples.list;
import static cn.lingpao.publication.domain.Samples.place;
import static cn.lingpao.publication.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosurePolicyTest {

    @Test
    void a_list_with_a_limit_shows_the_places_up_to_that_rank_only() {
        assertThat(shown(Samples.TOP)).containsExactly("aster", "basil", "cedar");
    }

    @Test
    void a_list_without_a_limit_shows_everybody_and_the_unranked_too() {
        assertThat(shown(Samples.ALL)).containsExactly("dahlia", "fennel");
    }

    @Test
    void a_limited_list_never_shows_the_unranked() {
        Campaign.ListRule list = list("north", "province", null, 99);
        assertThat(shown(list)).doesNotContain("fennel").hasSize(5);
    }

    @Test
    void a_tie_across_the_limit_is_shown_whole() {
        Campaign.ListRule list = list("north", "province", null, 2);
        assertThat(shown(list)).containsExactly("aster", "basil", "cedar");
    }

    @Test
    void a_place_is_tied_only_with_places_that_are_shown() {
        Disclosure disclosure = DisclosurePolicy.disclose(Samples.snapshot());
        assertThat(disclosure.places().get(Samples.TOP))
                .extracting(Disclosure.Shown::tied)
                .containsExactly(false, true, true);
    }

    @Test
    void a_target_mentions_no_list_that_keeps_it_back() {
        Disclosure disclosure = DisclosurePolicy.disclose(Samples.snapshot());
        assertThat(disclosure.mentions()).doesNotContainKey("elm");
        assertThat(disclosure.mentions().get("dahlia"))
                .extracting(mention -> mention.list().id())
                .containsExactly("harbours");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19, 20, 26, 27, 40})
    void no_rank_beyond_the_limit_is_ever_shown(int top) {
        List<Target> targets = new ArrayList<>();
        List<Standing.Place> places = new ArrayList<>();
        IntStream.rangeClosed(1, 27).forEach(rank -> {
            targets.add(Samples.target("t" + rank));
            places.add(place("t" + rank, rank, String.valueOf(100 - rank)));
        });
        Campaign.ListRule list = list("north", "province", null, top);
        Snapshot snapshot = Samples.snapshot(
                campaign(list), targets, List.of(), standing("north", places.toArray(Standing.Place[]::new)));
        assertThat(DisclosurePolicy.disclose(snapshot).places().get(list))
                .hasSize(Math.min(top, 27))
                .allSatisfy(shown -> assertThat(shown.place().rank().intValue()).isLessThanOrEqualTo(top));
    }

    private static List<String> shown(Campaign.ListRule list) {
        Snapshot all = Samples.snapshot();
        Snapshot snapshot = new Snapshot(campaign(list), all.framework(), all.targets(), all.sheets(), all.standings());
        return DisclosurePolicy.disclose(snapshot).places().get(list).stream()
                .map(shown -> shown.place().targetId())
                .toList();
    }
}
