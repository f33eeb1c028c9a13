package cn.lingpao.datacollection.application.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.domain.plan.Hold;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of holds must do; each test has a campaign of its own. */
public abstract class HoldsKit {

    private static final Instant AT = Instant.parse("2021-10-01T02:00:00.123Z");

    protected abstract Holds holds();

    @Test
    void a_hold_is_read_as_it_was_written() {
        Hold claimed = Hold.none("read", "a", "site.search").claimed("wang", AT);
        Hold returned = claimed.returned("wang", AT.plusSeconds(1), "去不了");

        assertThat(holds().save(claimed)).isTrue();
        assertThat(holds().of("read", null)).containsExactly(claimed);
        assertThat(holds().save(returned)).isTrue();
        assertThat(holds().of("read", "a")).containsExactly(returned);
        assertThat(holds().of("read", "b")).isEmpty();
        assertThat(holds().of("other", null)).isEmpty();
    }

    @Test
    void a_change_of_a_version_that_is_gone_changes_nothing() {
        Hold first = Hold.none("stale", "a", "p").claimed("wang", AT);
        Hold second = first.returned("wang", AT, "why");

        assertThat(holds().save(second)).isFalse();
        assertThat(holds().save(first)).isTrue();
        assertThat(holds().save(first)).isFalse();
        assertThat(holds().save(Hold.none("stale", "a", "p").claimed("li", AT))).isFalse();
        assertThat(holds().save(second)).isTrue();
        assertThat(holds().save(first.returned("li", AT, "other"))).isFalse();
        assertThat(holds().of("stale", null)).containsExactly(second);
    }

    @Test
    void of_many_who_claim_at_once_one_gets_it() throws Exception {
        int claimers = 16;
        Hold free = Hold.none("race", "a", "p");
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(claimers)) {
            List<Future<Boolean>> claims = IntStream.range(0, claimers)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return holds().save(free.claimed("claimer-" + number, AT));
                    }))
                    .toList();
            start.countDown();
            int won = 0;
            for (Future<Boolean> claim : claims) {
                won += claim.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(holds().of("race", null)).hasSize(1);
    }

    @Test
    void many_acts_are_kept_but_not_for_ever() {
        Hold hold = Hold.none("long", "a", "p");
        for (int round = 0; round < Hold.MOST_ACTS; round++) {
            hold = hold.claimed("wang", AT).returned("wang", AT, "why " + round);
        }
        assertThat(hold.acts()).hasSize(Hold.MOST_ACTS);
        assertThat(hold.acts().getLast().reason()).isEqualTo("why " + (Hold.MOST_ACTS - 1));
    }
}
