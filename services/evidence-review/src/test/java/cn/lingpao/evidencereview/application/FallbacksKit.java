package cn.lingpao.evidencereview.application;

import static cn.lingpao.evidencereview.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import cn.lingpao.evidencereview.domain.Tally;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of fallbacks must do. */
public abstract class FallbacksKit {

    private static final Rule RULE = new Rule(BigDecimal.ONE, new BigDecimal("0.10"), 2);
    private static final Tally TALLY = new Tally(30, 0, 20, 3, 10);

    protected abstract Fallbacks fallbacks();

    /** The ids of the events that were told, in order. */
    protected abstract List<String> told();

    @Test
    void a_fallback_is_found_as_it_was_saved_and_told() {
        Fallback first = Fallback.of(new Check("read", "robot", "p"), null, TALLY, RULE, NOW);

        assertThat(fallbacks().save(first)).isTrue();

        assertThat(fallbacks().find(first.check())).contains(first);
        assertThat(fallbacks().of("read")).containsExactly(first);
        assertThat(fallbacks().of("rea")).isEmpty();
        assertThat(fallbacks().active()).contains(first.check());
        assertThat(told()).contains("fallback/read/robot/p#1");
    }

    @Test
    void a_lifted_one_is_active_no_more_and_may_fall_back_again() {
        Fallback first = Fallback.of(new Check("lift", "robot", "p"), null, TALLY, RULE, NOW);
        fallbacks().save(first);
        Fallback lifted = first.lifted("admin", "mended", NOW.plusSeconds(1));

        assertThat(fallbacks().save(lifted)).isTrue();

        assertThat(fallbacks().find(first.check())).contains(lifted);
        assertThat(fallbacks().active()).doesNotContain(first.check());
        Fallback again = Fallback.of(first.check(), lifted, TALLY, RULE, NOW.plusSeconds(2));
        assertThat(fallbacks().save(again)).isTrue();
        assertThat(again.liftedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(told())
                .containsSubsequence("fallback/lift/robot/p#1", "fallback/lift/robot/p#2", "fallback/lift/robot/p#3");
    }

    @Test
    void only_the_first_of_two_writers_is_let_through() {
        Fallback first = Fallback.of(new Check("race", "robot", "p"), null, TALLY, RULE, NOW);
        assertThat(fallbacks().save(first)).isTrue();
        assertThat(fallbacks().save(first)).isFalse();
        assertThat(fallbacks().save(first.lifted("a", "mended", NOW))).isTrue();
        assertThat(fallbacks().save(first.lifted("b", "mended", NOW))).isFalse();
        assertThat(fallbacks().find(first.check()).map(Fallback::by)).contains("a");
    }
}
