package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.leaf;
import static cn.lingpao.methodology.engine.Frameworks.point;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Ranking.Candidate;
import cn.lingpao.methodology.engine.Ranking.Entry;
import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    @ParameterizedTest
    @CsvSource({"competition, 1 2 2 4", "dense, 1 2 2 3", "ordinal, 1 2 3 4"})
    void a_tie_is_followed_as_the_method_says(String method, String ranks) {
        assertThat(ranks("{method: " + method + "}", "90", "80", "80.0", "70")).isEqualTo(ranks);
    }

    @Test
    void a_fractional_rank_is_the_mean_of_the_places() {
        Ranking ranking = Ranking.of(
                framework("{method: fractional}"),
                List.of(
                        candidate("a", null, "9"),
                        candidate("b", null, "8"),
                        candidate("c", null, "8"),
                        candidate("d", null, "7")));

        assertThat(ranking.entries())
                .extracting(entry -> String.valueOf(entry.exactRank()))
                .containsExactly("1", "2.5", "2.5", "4");
        assertThat(ranking.entries()).extracting(Entry::rank).containsExactly(1, 2, 2, 4);
    }

    @Test
    void the_lowest_total_is_first_when_lower_is_better() {
        assertThat(ranks("{direction: lower}", "1", "2", "2.0", "3")).isEqualTo("1 2 2 4");
    }

    @Test
    void a_framework_that_says_nothing_ranks_by_competition_on_raw_totals() {
        Framework framework = leaf("", point("a", 100, "checklist"));

        assertThat(ranks(framework, "90.000000001", "90", "90")).isEqualTo("1 2 2");
    }

    @Test
    void a_rounded_basis_ties_what_rounds_alike() {
        assertThat(ranks("{basis: {digits: 0, mode: half-up}}", "78.4", "77.5", "77.4"))
                .isEqualTo("1 1 3");
        assertThat(ranks("{basis: {digits: 0, mode: down}}", "78.4", "77.5", "77.4"))
                .isEqualTo("1 2 2");
        assertThat(ranks("{basis: raw}", "78.4", "77.5", "77.4")).isEqualTo("1 2 3");
    }

    @Test
    void ordinal_ranks_on_a_rounded_basis_look_at_the_exact_total_next() {
        Ranking ranking = Ranking.of(
                framework("{method: ordinal, basis: {digits: 0}}"),
                List.of(candidate("b", "110000", "80.1"), candidate("a", "120000", "80.2")));

        assertThat(ranking.entries()).extracting(Entry::targetId).containsExactly("a", "b");
    }

    @Test
    void the_tied_stand_by_division_code_then_by_id_and_no_code_is_last() {
        Ranking ranking = Ranking.of(
                framework("{method: dense}"),
                List.of(
                        candidate("corps", null, "80"),
                        candidate("z", "110000", "80"),
                        candidate("y", "120000", "80"),
                        candidate("x", "120000", "80")));

        assertThat(ranking.entries()).extracting(Entry::targetId).containsExactly("z", "x", "y", "corps");
    }

    @Test
    void targets_without_a_total_stand_last_without_a_rank() {
        Ranking ranking = Ranking.of(
                framework("{}"),
                List.of(candidate("a", "1", null), candidate("b", "2", "0"), candidate("c", "0", null)));

        assertThat(ranking.entries()).extracting(Entry::targetId).containsExactly("b", "c", "a");
        assertThat(ranking.entries()).extracting(Entry::rank).containsExactly(1, null, null);
    }

    @Test
    void an_order_by_division_does_not_show_who_is_better_inside_a_level() {
        List<Candidate> members = List.of(
                candidate("first", "500000", "99"),
                candidate("second", "110000", "96"),
                candidate("third", "310000", "70"),
                candidate("none", "100000", null));

        Ranking byDivision = Ranking.of(framework("{order: division}"), members);
        Ranking byScore = Ranking.of(framework("{order: score}"), members);

        assertThat(byDivision.displayed())
                .extracting(Entry::targetId)
                .containsExactly("second", "first", "third", "none");
        assertThat(byDivision.entries())
                .extracting(Entry::targetId)
                .containsExactly("first", "second", "third", "none");
        assertThat(byScore.displayed()).isEqualTo(byScore.entries());
    }

    @Test
    void every_entry_carries_its_level() {
        Ranking ranking =
                Ranking.of(framework("{}"), List.of(candidate("a", null, "95"), candidate("b", null, "94.995")));

        assertThat(ranking.entries()).extracting(Entry::level).containsExactly("high", "low");
    }

    @Test
    void an_empty_list_has_no_ranks() {
        assertThat(Ranking.of(framework("{}"), List.of()).entries()).isEmpty();
    }

    private static Framework framework(String ranking) {
        return leaf(
                "levels: [{id: high, name: H, from: 95}, {id: low, name: L, from: 0}]\nranking: " + ranking,
                point("a", 100, "checklist"));
    }

    private static String ranks(String ranking, String... totals) {
        return ranks(framework(ranking), totals);
    }

    private static String ranks(Framework framework, String... totals) {
        List<Candidate> members = IntStream.range(0, totals.length)
                .mapToObj(i -> candidate("t" + i, null, totals[i]))
                .toList();
        List<String> ranks = Ranking.of(framework, members.reversed()).entries().stream()
                .map(entry -> String.valueOf(entry.rank()))
                .toList();
        assertThat(ranks).hasSameSizeAs(Arrays.asList(totals));
        return String.join(" ", ranks);
    }

    private static Candidate candidate(String id, @Nullable String division, @Nullable String total) {
        return new Candidate(id, division, total == null ? null : new BigDecimal(total));
    }
}
