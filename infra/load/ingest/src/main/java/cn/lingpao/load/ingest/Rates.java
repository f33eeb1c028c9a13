package cn.lingpao.load.ingest;

import cn.lingpao.load.common.Jvm;
import cn.lingpao.load.common.MeasuredStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.RawBsonDocument;

/** How fast rows come over HTTP onto the log, and from the log into the store. */
final class Rates {

    private static final String WARM_UP = "warm-up";
    private static final String CAMPAIGN = "rates";
    private static final int PAYLOADS = 10_000;

    private final Place place;
    private final MeasuredStore store;
    private final Settings settings;
    private final Ratios ratios;

    Rates(Place place, MeasuredStore store, Settings settings, Ratios ratios) {
        this.place = place;
        this.store = store;
        this.settings = settings;
        this.ratios = ratios;
    }

    static List<String> campaigns() {
        return List.of(WARM_UP, CAMPAIGN);
    }

    void run() {
        place.log().empty();
        List<RawBsonDocument> documents;
        try (CollectionService service = place.service(store, settings.jvm)) {
            service.awaitReady();
            http(service);
            service.awaitSettled(CAMPAIGN);
            documents = observed();
        }
        toStore(documents);
    }

    private void http(CollectionService service) {
        Delivery delivery = new Delivery(service, settings.survey(), settings.batch, settings.clients);
        int rows = settings.rows;
        delivery.prepared(WARM_UP, 0, settings.warmUp);
        service.awaitSettled(WARM_UP);
        ProducerReference producer = new ProducerReference(
                place.bootstrapServers(), place.folder(), place.log().records(PAYLOADS));
        double before = say("kafka-producer-perf-test", producer.run(rows, settings.warmUp));
        Duration used = service.cpu();
        Delivery.Answers answers = delivery.prepared(CAMPAIGN, 0, rows);
        used = service.cpu().minus(used);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-28s %9.1f us a row%n",
                store.name(),
                "processor of the service",
                used.toNanos() / 1e3 / rows);
        double intake = say("HTTP batches", rows / answers.seconds());
        service.awaitSettled(CAMPAIGN);
        double after = say("kafka-producer-perf-test", producer.run(rows, settings.warmUp));
        ratios.fact(store.name() + ": every row accepted", answers.counts().get("accepted") == rows);
        ratios.atLeast(store.name() + ": HTTP batches : kafka-producer-perf-test", 2 * intake / (before + after), 0.5);
    }

    private void toStore(List<RawBsonDocument> documents) {
        MongoDatabase raw = store.database(RawUpsert.DATABASE);
        RawUpsert.run(raw, documents.subList(0, documents.size() / 5), settings.bulk);
        double before = say("raw bulk upsert", RawUpsert.run(raw, documents, settings.bulk));
        store.database(CollectionService.DATABASE).drop();
        place.log().forgetGroup(ObservationLog.GROUP);
        double service = say("topic to store", followed(documents.size()));
        double after = say("raw bulk upsert", RawUpsert.run(raw, documents, settings.bulk));
        ratios.atLeast(store.name() + ": topic to store : raw bulk upsert", 2 * service / (before + after), 0.8);
        String name = store.name() + ": topic to store : mongo-kafka-connect";
        try {
            ratios.atLeast(name, service / say("mongo-kafka-connect", connected(documents.size())), 1.5);
        } catch (IllegalStateException failed) {
            ratios.missing(name, failed.getMessage() + ", see " + ConnectReference.LOG);
        }
    }

    private double followed(int all) {
        try (CollectionService service = place.service(store, settings.jvm)) {
            return Growth.rate(
                    observations(CollectionService.DATABASE), settings.warmUp, all, service::isAlive, () -> place.log()
                            .isFollowedBy(ObservationLog.GROUP));
        }
    }

    private double connected(int all) {
        MongoDatabase database = store.database(ConnectReference.DATABASE);
        database.drop();
        place.log().forgetGroup(ConnectReference.GROUP);
        try (Jvm worker = ConnectReference.start(
                place.folder(), place.bootstrapServers(), store.uri(), settings.tasks, settings.bulk)) {
            return Growth.rate(
                    database.getCollection(ConnectReference.COLLECTION),
                    settings.warmUp,
                    all,
                    () -> worker.process().isAlive(),
                    () -> true);
        } finally {
            database.drop();
        }
    }

    /** Target by target: a store answers with a part more easily than with everything. */
    private List<RawBsonDocument> observed() {
        List<RawBsonDocument> documents = new ArrayList<>();
        for (String campaign : campaigns()) {
            for (String target : settings.survey().ids()) {
                observations(CollectionService.DATABASE)
                        .find(Filters.and(Filters.eq("campaign", campaign), Filters.eq("target", target)))
                        .into(documents);
            }
        }
        return documents;
    }

    private MongoCollection<RawBsonDocument> observations(String database) {
        return store.database(database).getCollection("observations", RawBsonDocument.class);
    }

    private double say(String what, double rate) {
        System.out.printf(Locale.ROOT, "%-10s %-28s %9.0f/s%n", store.name(), what, rate);
        return rate;
    }
}
