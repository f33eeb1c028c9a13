package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Ranking.Candidate;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list may rank a figure instead of the total. */
class RankingOfFigureTest {

    private static final Framework FRAMEWORK = Framework.parse("""
            id: f
            version: 1
            name: F
            ranking: {of: scaled, basis: {digits: 0}}
            levels: [{id: top, name: Top, from: 100}]
            levelsOf: scaled
            figures: [{id: scaled, name: Scaled, of: f, normalise: {method: min-max, from: 0, to: 100}}]
            nodes: [{id: m, name: M, measure: {}}]
            """);

    @Test
    void ties_and_levels_are_those_of_the_figure() {
        Map<String, Map<String, Answer>> cells = Map.of("a", answer("0.9001"), "b", answer("0.9"), "c", answer("0.1"));
        GroupResult result = Engine.score(
                FRAMEWORK,
                cells.keySet().stream().map(id -> new Member(id, null)).toList(),
                cells,
                Map.of());

        Ranking ranking = Ranking.of(
                FRAMEWORK,
                result.sheets().stream()
                        .map(sheet -> Candidate.of(FRAMEWORK, sheet, null))
                        .toList());

        assertThat(ranking.entries()).extracting(Ranking.Entry::rank).containsExactly(1, 1, 3);
        assertThat(ranking.entries()).extracting(Ranking.Entry::level).containsExactly("top", null, null);
        assertThat(ranking.entries().getFirst().total()).isEqualByComparingTo("0.9001");
        for (String target : List.of("a", "b", "c")) {
            assertThat(result.rank(target))
                    .hasValueSatisfying(rank -> assertThat(ranking.entries()).anySatisfy(entry -> assertThat(entry)
                            .returns(target, Ranking.Entry::targetId)
                            .returns(rank.intValueExact(), Ranking.Entry::rank)));
        }
    }

    private static Map<String, Answer> answer(String number) {
        return Map.of("m", Answer.of(Value.number(new BigDecimal(number))));
    }
}
