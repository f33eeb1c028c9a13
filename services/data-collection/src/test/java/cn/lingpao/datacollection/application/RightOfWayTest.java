package cn.lingpao.datacollection.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RightOfWayTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration HELD = Duration.ofMillis(100);

    private final AtomicBoolean tooFarBehind = new AtomicBoolean();

    @Test
    void the_projection_goes_on_at_once_when_no_batch_comes_in() {
        RightOfWay rightOfWay = new RightOfWay(LONG, tooFarBehind::get);
        rightOfWay.take().close();

        assertThat(waiting(rightOfWay)).succeedsWithin(LONG);
    }

    @Test
    void the_projection_waits_until_the_last_of_several_batches_is_answered() {
        RightOfWay rightOfWay = new RightOfWay(LONG, tooFarBehind::get);
        RightOfWay.Batch one = rightOfWay.take();
        RightOfWay.Batch other = rightOfWay.take();
        CompletableFuture<Void> waiting = waiting(rightOfWay);

        one.close();
        await().during(HELD).until(() -> !waiting.isDone());
        other.close();
        assertThat(waiting).succeedsWithin(LONG);
    }

    @Test
    void the_projection_does_not_wait_longer_than_its_patience() {
        RightOfWay rightOfWay = new RightOfWay(HELD, tooFarBehind::get);
        rightOfWay.take();

        assertThat(waiting(rightOfWay)).succeedsWithin(LONG);
    }

    @Test
    void a_projection_that_falls_too_far_behind_does_not_wait_any_more() {
        RightOfWay rightOfWay = new RightOfWay(LONG, tooFarBehind::get);
        rightOfWay.take();
        CompletableFuture<Void> waiting = waiting(rightOfWay);

        await().during(HELD).until(() -> !waiting.isDone());
        tooFarBehind.set(true);
        assertThat(waiting).succeedsWithin(LONG);
    }

    private static CompletableFuture<Void> waiting(RightOfWay rightOfWay) {
        return CompletableFuture.runAsync(
                rightOfWay::give, task -> Thread.ofVirtual().start(task));
    }
}
