package cn.lingpao.casesubmission.adapter.mongo;

import cn.lingpao.eventing.OutboxRelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has the event of a freshly written document published, and waits a while for it. If Kafka is away the write stands all
 * the same; the relay's sweep publishes it later.
 */
public class Announcer {

    private final OutboxRelay relay;
    private final Duration patience;

    public Announcer(OutboxRelay relay, Duration patience) {
        this.relay = relay;
        this.patience = patience;
    }

    void announce(String documentId) {
        CompletableFuture<Boolean> published = new CompletableFuture<>();
        Thread.ofVirtual().name("announce").start(() -> published.complete(relay.relay(List.of(documentId))));
        published
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
