package cn.lingpao.publication.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.publication.domain.Standing;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreTranslationTest {

    private static ListRanked.Entry entry(String target, @Nullable Integer rank, @Nullable String exact) {
        return new ListRanked.Entry(target, rank, null, null, exact == null ? null : new BigDecimal(exact));
    }

    @Test
    void a_rank_half_way_between_two_is_published_as_the_framework_has_it() {
        ListRanked told = new ListRanked(
                "demo",
                "all",
                "city",
                "mini@1",
                0,
                List.of(
                        entry("aster", 1, null),
                        entry("basil", 2, "2.50"),
                        entry("cedar", 2, "2.50"),
                        entry("elm", null, null)));

        assertThat(ScoreTranslation.standing(told).entries())
                .extracting(Standing.Place::rank)
                .containsExactly(BigDecimal.ONE, new BigDecimal("2.5"), new BigDecimal("2.5"), null);
    }
}
