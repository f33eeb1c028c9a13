package cn.lingpao.load.ingest;

import cn.lingpao.load.common.MeasuredStore;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** What is there when the service is killed again and again while it takes rows in: every row once, as it was sent. */
final class Kills {

    private static final String CAMPAIGN = "kills";

    private final Place place;
    private final MeasuredStore store;
    private final Settings settings;
    private final Ratios ratios;

    Kills(Place place, MeasuredStore store, Settings settings, Ratios ratios) {
        this.place = place;
        this.store = store;
        this.settings = settings;
        this.ratios = ratios;
    }

    static String campaign() {
        return CAMPAIGN;
    }

    void run() {
        store.database(CollectionService.DATABASE).drop();
        place.log().empty();
        int rows = settings.killRows;
        try (CollectionService service = place.service(store, settings.jvm)) {
            service.awaitReady();
            AtomicInteger taken = new AtomicInteger();
            Thread killer = Thread.ofPlatform().start(() -> kill(service, taken, rows));
            Delivery.Answers answers = new Delivery(service, settings.survey(), batch(rows), settings.clients)
                    .send(CAMPAIGN, 0, rows, taken::set);
            killer.join();
            service.awaitSettled(CAMPAIGN);
            System.out.printf("%-10s answered %s%n", store.name(), answers.counts());
            compare(answers.ids(), rows);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** So many batches that some are on their way at each kill. */
    private int batch(int rows) {
        return Math.max(1, Math.min(settings.batch, rows / (10 * (settings.kills + 1))));
    }

    private void kill(CollectionService service, AtomicInteger taken, int rows) {
        for (int kill = 1; kill <= settings.kills; kill++) {
            while (taken.get() < (long) rows * kill / (settings.kills + 1)) {
                Thread.onSpinWait();
            }
            int at = taken.get();
            service.kill();
            long held = store.database(CollectionService.DATABASE)
                    .getCollection("observations")
                    .estimatedDocumentCount();
            System.out.printf("%-10s killed at %,d rows answered, %,d in the store%n", store.name(), at, held);
            service.start();
            service.awaitReady();
        }
    }

    private void compare(Map<String, Integer> ids, int rows) {
        Survey survey = settings.survey();
        Set<String> found = new HashSet<>();
        int wrong = 0;
        for (Document document : store.database(CollectionService.DATABASE)
                .getCollection("observations")
                .find()) {
            String id = document.getString("_id");
            Integer number = ids.get(id);
            if (!found.add(id) || number == null || !survey.row(number).isKeptIn(document)) {
                wrong++;
            }
        }
        Set<String> told = new HashSet<>();
        AtomicInteger records = new AtomicInteger();
        place.log().read(record -> {
            told.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
            records.incrementAndGet();
        });
        System.out.printf(
                "%-10s %,d rows sent, %,d answered ids, %,d documents, %,d of them wrong, %,d records for %,d ids on the log%n",
                store.name(), rows, ids.size(), found.size(), wrong, records.get(), told.size());
        ratios.fact(
                store.name() + ": every row once and as sent after " + settings.kills + " kills",
                ids.size() == rows && found.size() == rows && wrong == 0 && told.equals(found));
    }
}
