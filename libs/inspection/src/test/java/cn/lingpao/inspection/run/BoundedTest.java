package cn.lingpao.inspection.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.browser.Waiting;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import cn.lingpao.inspection.check.Parameters;
import cn.lingpao.inspection.fixture.FixtureWeb;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedTest {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONGER = Duration.ofMillis(2_500);

    @Test
    void a_check_that_takes_too_long_is_left_behind() {
        assertThat(decide(() -> new CountDownLatch(1).await(1, TimeUnit.MINUTES), Allowance.of(SHORT)))
                .isEmpty();
    }

    @Test
    void standing_in_line_for_a_browser_uses_no_time_up() {
        Allowance channel = Allowance.of(BOUND);

        assertThat(decide(BoundedTest::inLine, channel.part(BOUND))).isPresent();
        assertThat(channel.left()).isPositive();
    }

    @Test
    void a_part_is_never_more_than_the_whole() {
        assertThat(Allowance.of(BOUND).part(LONGER).left()).isLessThanOrEqualTo(BOUND.toNanos());
        assertThat(decide(() -> true, Allowance.of(Duration.ZERO))).isEmpty();
    }

    private static boolean inLine() throws InterruptedException {
        return Waiting.<Boolean, InterruptedException>inLine(
                () -> new CountDownLatch(1).await(LONGER.toMillis(), TimeUnit.MILLISECONDS));
    }

    private interface Work {
        boolean done() throws InterruptedException;
    }

    private static Optional<Finding> decide(Work work, Allowance time) {
        Inspection.Tools tools = new Inspection.Tools(
                new FixtureWeb(Clock.systemUTC()), Clock.systemUTC(), new Parameters(Map.of()), Optional.empty());
        Inspection inspection = Inspection.of(
                        List.of(new Subject("a", null, "portal", "portal", URI.create("http://a.example/"))), tools)
                .getFirst();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            return Bounded.decide(threads, new Working(work), inspection, time);
        }
    }

    private record Working(Work work) implements Check {

        @Override
        public String id() {
            return "working";
        }

        @Override
        public String citation() {
            return "";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public Finding decide(Inspection inspection) {
            try {
                return Finding.undetermined(Cause.HINT_ONLY, String.valueOf(work.done()), List.of());
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
