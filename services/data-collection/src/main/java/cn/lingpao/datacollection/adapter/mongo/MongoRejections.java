package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Placed;
import cn.lingpao.datacollection.application.Rejections;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Refused rows in {@code rejections}, one document each. */
public final class MongoRejections implements Rejections {

    private static final Document NEWEST_FIRST =
            new Document("rejectedAt", -1).append("line", 1).append("_id", 1);

    private final Records rejections;

    public MongoRejections(MongoTemplate mongo) {
        rejections = new Records(mongo, "rejections");
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        rejections.index("campaign", "rejectedAt");
    }

    @Override
    public int takeOver(List<Placed<Rejection>> records) {
        Map<String, Document> facts = new LinkedHashMap<>();
        records.forEach(record -> facts.putIfAbsent(record.record().id(), document(record)));
        return rejections.add(facts);
    }

    @Override
    public Set<String> known(Collection<String> ids) {
        return rejections.known(ids);
    }

    @Override
    public Page<Rejection> find(String campaignId, Paging paging) {
        return rejections.find(new Document("campaign", campaignId), NEWEST_FIRST, paging, MongoRejections::rejection);
    }

    @Override
    public long count(String campaignId) {
        return rejections.count(new Document("campaign", campaignId));
    }

    private static Document document(Placed<Rejection> placed) {
        Rejection rejection = placed.record();
        return Documents.sparse(new Document("campaign", rejection.campaignId())
                .append("target", rejection.targetId())
                .append("line", rejection.line())
                .append("field", rejection.fault().field())
                .append("code", rejection.fault().code().name())
                .append("reason", rejection.fault().reason())
                .append("row", rejection.row())
                .append("rejectedAt", Documents.date(rejection.rejectedAt()))
                .append("position", Documents.position(placed.position())));
    }

    private static Rejection rejection(Document document) {
        return new Rejection(
                document.getString("_id"),
                document.getString("campaign"),
                document.getString("target"),
                document.getInteger("line"),
                new Fault(
                        document.getString("field"),
                        Fault.Code.valueOf(document.getString("code")),
                        document.getString("reason")),
                document.getString("row"),
                document.getDate("rejectedAt").toInstant());
    }
}
