package cn.lingpao.scoring.domain;

import static cn.lingpao.scoring.adapter.streams.Demo.NOON;
import static cn.lingpao.scoring.adapter.streams.Demo.award;
import static cn.lingpao.scoring.adapter.streams.Demo.number;
import static cn.lingpao.scoring.adapter.streams.Demo.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.scoring.adapter.streams.Demo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Framework FRAMEWORK = Framework.parse(Demo.FRAMEWORK);

    private final Standing standing = new Standing(NOON);

    private static VerdictReached later(long sequence, ObservedValue value) {
        return verdict("north", "basics.plan", sequence, value, NOON.plusMillis(1), List.of());
    }

    @Test
    void a_verdict_counts_from_the_moment_it_was_reached() {
        standing.take(verdict("north", "basics.plan", 1, ObservedValue.MET));
        standing.take(later(2, ObservedValue.NOT_MET));

        assertThat(standing.answers(FRAMEWORK, "north"))
                .containsExactlyEntriesOf(Map.of("basics.plan", new Answer(Value.MET, "demo/north/basics.plan#1")));
    }

    @Test
    void of_several_verdicts_on_a_cell_the_last_one_counts_in_whatever_order_they_come() {
        standing.take(verdict("north", "basics.plan", 2, ObservedValue.NOT_MET));
        standing.take(verdict("north", "basics.plan", 1, ObservedValue.MET));

        assertThat(standing.answers(FRAMEWORK, "north").get("basics.plan").value())
                .isEqualTo(Value.NOT_MET);
    }

    @Test
    void what_the_framework_does_not_take_is_left_out() {
        standing.take(verdict("north", "basics.plan", 1, number(3)));
        standing.take(verdict("north", "nothing", 1, ObservedValue.MET));

        assertThat(standing.answers(FRAMEWORK, "north")).isEmpty();
    }

    @Test
    void awards_add_up_and_a_withdrawn_one_is_worth_nothing() {
        standing.take(award("north", "case-1", 1, 3));
        standing.take(award("north", "case-2", 2, 0));
        standing.take(award("north", "case-2", 1, 5));

        assertThat(standing.award("north")).isEqualByComparingTo("3");
    }
}
