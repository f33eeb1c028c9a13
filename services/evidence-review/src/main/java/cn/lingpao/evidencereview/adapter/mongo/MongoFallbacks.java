package cn.lingpao.evidencereview.adapter.mongo;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.lingpao.contracts.FallbackChanged;
import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.evidencereview.application.Fallbacks;
import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Fallbacks in {@code fallbacks}, one document a check; each change waits in its outbox until it is told. */
public final class MongoFallbacks implements Fallbacks {

    /** Where the fallbacks are. */
    public static final String COLLECTION = "fallbacks";

    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final OutboxRelay relay;

    public MongoFallbacks(MongoTemplate mongo, OutboxRelay relay) {
        this.mongo = mongo;
        this.relay = relay;
    }

    /** Creates the index that is missing. */
    public void prepare() {
        in(fallbacks -> fallbacks.createIndex(new Document("active", 1)));
    }

    @Override
    public Optional<Fallback> find(Check check) {
        return read(new Document("_id", check.text())).stream().findFirst();
    }

    @Override
    public List<Fallback> of(String campaignId) {
        return read(new Document("_id", new Document("$gte", campaignId + "/").append("$lt", campaignId + "0")));
    }

    @Override
    public Set<Check> active() {
        return read(new Document("active", true)).stream().map(Fallback::check).collect(toUnmodifiableSet());
    }

    @Override
    public boolean save(Fallback next) {
        String id = next.check().text();
        boolean saved = in(fallbacks -> next.sequence() == 1 ? insert(fallbacks, next) : update(fallbacks, next));
        if (saved) {
            relay.relay(List.of(id));
        }
        return saved;
    }

    private static boolean insert(MongoCollection<Document> fallbacks, Fallback first) {
        Document whole = new Document("_id", first.check().text())
                .append("campaign", first.check().campaignId())
                .append("collector", first.check().collector())
                .append("checkPoint", first.check().checkPointId());
        whole.putAll(changing(first));
        try {
            fallbacks.insertOne(whole.append("outbox", List.of(outbox(first))));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private static boolean update(MongoCollection<Document> fallbacks, Fallback next) {
        Document before = new Document("_id", next.check().text()).append("sequence", next.sequence() - 1);
        Document change = new Document("$set", changing(next)).append("$push", new Document("outbox", outbox(next)));
        return fallbacks.updateOne(before, change).getMatchedCount() == 1;
    }

    private static Document changing(Fallback fallback) {
        return new Document("sequence", fallback.sequence())
                .append("active", fallback.active())
                .append("reviewed", fallback.reviewed())
                .append("overturned", fallback.overturned())
                .append("errorLimit", fallback.errorLimit().toPlainString())
                .append("reason", fallback.reason())
                .append("by", fallback.by())
                .append("changedAt", date(fallback.changedAt()))
                .append("liftedAt", date(fallback.liftedAt()));
    }

    private static Fallback fallback(Document document) {
        Date lifted = document.getDate("liftedAt");
        return new Fallback(
                new Check(
                        document.getString("campaign"),
                        document.getString("collector"),
                        document.getString("checkPoint")),
                document.get("sequence", Number.class).longValue(),
                document.getBoolean("active"),
                document.get("reviewed", Number.class).longValue(),
                document.get("overturned", Number.class).longValue(),
                new BigDecimal(document.getString("errorLimit")),
                document.getString("reason"),
                document.getString("by"),
                document.getDate("changedAt").toInstant(),
                lifted == null ? null : lifted.toInstant());
    }

    private static Document outbox(Fallback fallback) {
        OutboxEntry entry = OutboxEntry.of(
                "fallback/" + fallback.check().text() + "#" + fallback.sequence(),
                fallback.changedAt(),
                event(fallback));
        return new Document("_id", entry.id())
                .append("type", entry.type())
                .append("time", Date.from(entry.time()))
                .append("data", entry.data());
    }

    private static FallbackChanged event(Fallback fallback) {
        return new FallbackChanged(
                fallback.check().campaignId(),
                fallback.check().collector(),
                fallback.check().checkPointId(),
                fallback.sequence(),
                fallback.active(),
                fallback.reviewed(),
                fallback.overturned(),
                fallback.errorLimit(),
                fallback.reason(),
                fallback.by(),
                fallback.changedAt());
    }

    private List<Fallback> read(Document filter) {
        return in(fallbacks -> fallbacks
                .find(filter)
                .sort(new Document("_id", 1))
                .map(MongoFallbacks::fallback)
                .into(new ArrayList<>()));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private <T> T in(Function<MongoCollection<Document>, T> work) {
        return mongo.execute(COLLECTION, work::apply);
    }
}
