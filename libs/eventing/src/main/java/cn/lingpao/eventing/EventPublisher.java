package cn.lingpao.eventing;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Tells events to the others. */
public interface EventPublisher {

    /** Completes when every in-sync replica has every event; fails, after all were tried, when one was not taken. */
    CompletableFuture<Void> publish(List<? extends Event<?>> events);

    /**
     * Returns when every event is acknowledged.
     *
     * @throws PublishingFailed when one was not; some of the others may have been
     */
    default void publishAll(List<? extends Event<?>> events) {
        try {
            publish(events).join();
        } catch (CompletionException | CancellationException failure) {
            throw new PublishingFailed(failure);
        }
    }

    /** Kafka did not acknowledge: try again. */
    final class PublishingFailed extends RuntimeException {
        PublishingFailed(Throwable cause) {
            super("Kafka did not acknowledge every event: " + cause.getMessage(), cause);
        }
    }
}
