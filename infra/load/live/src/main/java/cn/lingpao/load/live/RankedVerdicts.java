package cn.lingpao.load.live;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.eventing.EventSerializer;
import cn.lingpao.load.common.Jvm;
import cn.lingpao.scoring.ScoringApplication;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The service: a verdict has arrived when the ranking that the API answers holds it. */
final class RankedVerdicts implements Subject {

    private static final BigDecimal PARTS = BigDecimal.valueOf(Assessment.PARTS);
    private static final Instant THEN = Instant.parse("2021-10-01T04:00:00Z");

    private final Assessment assessment;
    private final Jvm process;
    private final KafkaProducer<String, Event<?>> producer;
    private final MongoCollection<Document> rankings;
    private final List<String> lists;
    private final Map<String, Document> positions = new HashMap<>();
    private final int[] sent;
    private final long[] total;
    private long id;

    RankedVerdicts(Place place, Assessment assessment) {
        this.assessment = assessment;
        sent = new int[assessment.targets()];
        total = new long[assessment.targets()];
        producer = new KafkaProducer<>(place.producer(), new StringSerializer(), new EventSerializer());
        rankings = place.database().getCollection("rankings");
        lists = assessment.lists().stream()
                .map(list -> Assessment.CAMPAIGN + "/" + list)
                .toList();
        assessment.reference().forEach(this::send);
        producer.flush();
        process = Jvm.run(
                Path.of("infra/load/live/target/scoring.log"),
                ScoringApplication.class,
                place.environment(),
                "--server.port=0");
    }

    @Override
    public String name() {
        return "verdict to ranking";
    }

    @Override
    public void send(int target, Journal journal) {
        int number = ++sent[target];
        int growth = assessment.growth(number);
        if (growth > 0) {
            total[target] += growth;
            journal.sent(target, total[target], System.nanoTime());
        }
        send(assessment.verdict(target, number));
    }

    private void send(DomainEvent fact) {
        Event<?> event = new Event<>("load-" + id++, "/load", THEN, fact);
        producer.send(new ProducerRecord<>(event.topic(), event.key(), event));
    }

    @Override
    public void look(Journal journal) {
        for (String list : lists) {
            Document position = read(list, "position");
            if (position != null && !position.equals(positions.put(list, position))) {
                Document found = read(list, "json");
                long now = System.nanoTime();
                if (found != null) {
                    byte[] json = found.getString("json").getBytes(StandardCharsets.UTF_8);
                    EventJson.read(json, ListRanked.class).entries().forEach(entry -> see(entry, journal, now));
                }
            }
        }
    }

    private @Nullable Document read(String list, String field) {
        return rankings.find(Filters.eq("_id", list))
                .projection(Projections.include(field))
                .first();
    }

    private static void see(ListRanked.Entry entry, Journal journal, long now) {
        BigDecimal total = entry.total();
        if (total != null) {
            journal.seen(
                    CountedWords.number(entry.targetId()), total.multiply(PARTS).longValue(), now);
        }
    }

    @Override
    public void close() {
        process.close();
        producer.close();
    }
}
