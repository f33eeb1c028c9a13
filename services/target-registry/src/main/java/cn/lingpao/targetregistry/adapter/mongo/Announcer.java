package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.eventing.OutboxRelay;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has the events of freshly written documents published, and waits a while for it, so that a client who has his answer
 * can build upon it elsewhere. If Kafka is away the write stands all the same; the relay's sweep publishes it later.
 */
public class Announcer {

    private final OutboxRelay relay;
    private final Duration patience;

    public Announcer(OutboxRelay relay, Duration patience) {
        this.relay = relay;
        this.patience = patience;
    }

    void announce(Collection<String> documentIds) {
        CompletableFuture<Boolean> published = new CompletableFuture<>();
        Thread.ofVirtual().name("announce").start(() -> published.complete(relay.relay(documentIds)));
        published
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
