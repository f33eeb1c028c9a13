package cn.lingpao.scoring.adapter.streams;

import static cn.lingpao.scoring.adapter.streams.Demo.award;
import static cn.lingpao.scoring.adapter.streams.Demo.campaign;
import static cn.lingpao.scoring.adapter.streams.Demo.framework;
import static cn.lingpao.scoring.adapter.streams.Demo.number;
import static cn.lingpao.scoring.adapter.streams.Demo.target;
import static cn.lingpao.scoring.adapter.streams.Demo.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored.Beside;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.domain.RecordedGroup;
import cn.lingpao.scoring.domain.Rescorer;
import cn.lingpao.scoring.domain.Rescoring;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was told is enough to score it again, under the same framework and under another. */
class RescoringTest {

    private static final String OTHER = Demo.FRAMEWORK
            .replace("version: \"1\"", "version: \"2\"")
            .replace("points: 60", "points: 40")
            .replace("points: 40, origin: source, text: {zh: 机构", "points: 60, origin: source, text: {zh: 机构")
            .replace("cap: 10", "cap: 4");

    private final TopologyRun run = new TopologyRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void under_the_same_framework_everything_is_as_it_was_told() {
        Rescoring same = rescored(Demo.FRAMEWORK, null);

        assertThat(same.entries()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.rescored()).isEqualTo(entry.told());
            assertThat(entry.ruler()).isEqualByComparingTo("0");
            assertThat(entry.improved()).isNull();
        });
    }

    @Test
    void a_change_is_taken_apart_into_what_improved_and_what_the_ruler_did() {
        ListRanked earlier = new ListRanked(
                "demo-2020",
                "cities",
                "city",
                "mini@2",
                1,
                List.of(new ListRanked.Entry("south", 1, new BigDecimal("50"), "poor")));

        Rescoring other = rescored(OTHER, earlier);

        assertThat(other.rescoredUnder()).isEqualTo("mini@2");
        Rescoring.Entry south = other.entries().stream()
                .filter(entry -> entry.targetId().equals("south"))
                .findFirst()
                .orElseThrow();
        assertThat(south.told().total()).isEqualByComparingTo("76");
        assertThat(south.rescored().total()).isEqualByComparingTo("59");
        assertThat(south.ruler()).isEqualByComparingTo("17");
        assertThat(south.improved()).isEqualByComparingTo("9");
        assertThat(south.rescored().level()).isEqualTo("poor");
    }

    @Test
    void an_answer_without_a_check_point_is_kept_beside_the_tree() {
        rescored(Demo.FRAMEWORK, null);

        assertThat(run.sheet("north").beside())
                .containsExactly(new Beside("population", number(7), "demo/north/population#1"));
        assertThat(run.sheet("south").awardPoints()).isEqualByComparingTo("6");
    }

    private Rescoring rescored(String document, @Nullable ListRanked earlier) {
        run.read(
                        framework(),
                        campaign(),
                        target("north", "city"),
                        target("south", "city"),
                        verdict("north", "basics.plan", 1, ObservedValue.MET),
                        verdict("north", "basics.team", 1, ObservedValue.MET),
                        verdict("north", "reach.items", 1, number(50)),
                        verdict("north", "population", 1, number(7)),
                        verdict("south", "basics.plan", 1, ObservedValue.MET),
                        verdict("south", "reach.items", 1, number(100)),
                        award("south", "case", 1, 6))
                .settle();
        return Rescorer.rescore(
                run.ranking("cities"),
                RecordedGroup.of(
                        Framework.parse(document),
                        run.ranking("cities"),
                        List.of(target("north", "city"), target("south", "city")),
                        List.of(run.sheet("north"), run.sheet("south"))),
                earlier);
    }
}
