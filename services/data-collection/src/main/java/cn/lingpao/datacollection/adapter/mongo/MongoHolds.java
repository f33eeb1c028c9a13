package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.plan.Holds;
import cn.lingpao.datacollection.domain.plan.Hold;
import cn.lingpao.datacollection.domain.plan.Hold.Act;
import cn.lingpao.datacollection.domain.plan.Hold.Kind;
import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who holds what in {@code holds}, one document a task; a change holds only on the version before it. */
public final class MongoHolds implements Holds {

    private static final String COLLECTION = "holds";

    private final MongoTemplate mongo;
    private final Records holds;

    public MongoHolds(MongoTemplate mongo) {
        this.mongo = mongo;
        this.holds = new Records(mongo, COLLECTION);
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        holds.index("campaign", "target");
    }

    @Override
    public List<Hold> of(String campaignId, @Nullable String targetId) {
        return holds.all(Documents.sparse(new Document("campaign", campaignId).append("target", targetId))).stream()
                .map(MongoHolds::hold)
                .toList();
    }

    @Override
    public boolean save(Hold hold) {
        String id = hold.campaignId() + "/" + hold.targetId() + "/" + hold.checkPointId();
        if (hold.version() == 1) {
            try {
                mongo.execute(
                        COLLECTION,
                        documents -> documents.insertOne(document(hold).append("_id", id)));
                return true;
            } catch (DuplicateKeyException other) {
                return false;
            }
        }
        Long replaced = mongo.execute(COLLECTION, documents -> documents
                .replaceOne(
                        Filters.and(Filters.eq("_id", id), Filters.eq("version", hold.version() - 1)), document(hold))
                .getMatchedCount());
        return replaced != null && replaced == 1;
    }

    private static Document document(Hold hold) {
        return Documents.sparse(new Document("campaign", hold.campaignId())
                .append("target", hold.targetId())
                .append("checkPoint", hold.checkPointId())
                .append("holder", hold.holder())
                .append("acts", hold.acts().stream().map(MongoHolds::document).toList())
                .append("version", hold.version()));
    }

    private static Document document(Act act) {
        return Documents.sparse(new Document("kind", act.kind().name())
                .append("by", act.by())
                .append("at", Date.from(act.at()))
                .append("reason", act.reason()));
    }

    private static Hold hold(Document document) {
        return new Hold(
                document.getString("campaign"),
                document.getString("target"),
                document.getString("checkPoint"),
                document.getString("holder"),
                document.getList("acts", Document.class).stream()
                        .map(act -> new Act(
                                Kind.valueOf(act.getString("kind")),
                                act.getString("by"),
                                act.getDate("at").toInstant(),
                                act.getString("reason")))
                        .toList(),
                document.getLong("version"));
    }
}
