package cn.lingpao.eventing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Publishes the events that ride in the {@code outbox} array of a collection's documents, in order, and pulls them out
 * once Kafka has acknowledged them. What a crash or an outage left behind is found by a sweep.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);
    private static final int CHUNK = 500;

    private final MongoTemplate mongo;
    private final EventPublisher publisher;
    private final String collection;
    private final String source;
    private final Counter deferred;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable ScheduledExecutorService sweeper;

    /**
     * @param collection its documents hold {@code outbox: [OutboxEntry]}
     * @param source the CloudEvents source, for example {@code /target-registry}
     */
    public OutboxRelay(
            MongoTemplate mongo, EventPublisher publisher, String collection, String source, MeterRegistry meters) {
        this.mongo = mongo;
        this.publisher = publisher;
        this.collection = collection;
        this.source = source;
        this.deferred = meters.counter("lingpao.outbox.deferred", "collection", collection);
    }

    /**
     * Publishes what these documents hold. An outage is no failure of the caller's: the events stay and the sweep
     * publishes them.
     *
     * @return whether everything was published
     */
    public boolean relay(Collection<?> documentIds) {
        oneAtATime.lock();
        try {
            List<?> ids = List.copyOf(documentIds);
            for (int from = 0; from < ids.size(); from += CHUNK) {
                relayChunk(ids.subList(from, Math.min(from + CHUNK, ids.size())));
            }
            return true;
        } catch (RuntimeException outage) {
            deferred.increment();
            LOG.warn("outbox of {}: publishing deferred: {}", collection, outage.getMessage());
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Publishes what any document still holds. */
    public void sweep() {
        List<Object> found;
        do {
            Query left = Query.query(Criteria.where("outbox._id").exists(true)).limit(CHUNK);
            left.fields().include("_id");
            found = mongo.find(left, Document.class, collection).stream()
                    .map(document -> document.get("_id"))
                    .toList();
        } while (!found.isEmpty() && relay(found) && found.size() == CHUNK);
    }

    private void relayChunk(List<?> ids) {
        Query holding =
                Query.query(Criteria.where("_id").in(ids).and("outbox._id").exists(true));
        holding.fields().include("outbox");
        List<Held> held = mongo.find(holding, Held.class, collection);
        if (held.isEmpty()) {
            return;
        }
        publisher.publishAll(held.stream()
                .flatMap(document -> document.outbox().stream())
                .map(entry -> entry.event(source))
                .toList());
        BulkOperations pulls = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, collection);
        for (Held document : held) {
            List<String> sent = document.outbox().stream().map(OutboxEntry::id).toList();
            pulls.updateOne(
                    Query.query(Criteria.where("_id").is(document.id())),
                    new Update().pull("outbox", new Document("_id", new Document("$in", sent))));
        }
        pulls.execute();
    }

    @Override
    public void start() {
        mongo.indexOps(collection).createIndex(new Index("outbox._id", Sort.Direction.ASC).sparse());
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbox-" + collection).factory());
        started.scheduleWithFixedDelay(this::sweepQuietly, 0, SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        sweeper = started;
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException outage) {
            LOG.warn("outbox of {}: sweep failed, next one in {}: {}", collection, SWEEP_EVERY, outage.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = sweeper;
        if (running != null) {
            running.shutdownNow();
            sweeper = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sweeper != null;
    }

    private record Held(Object id, List<OutboxEntry> outbox) {}
}
