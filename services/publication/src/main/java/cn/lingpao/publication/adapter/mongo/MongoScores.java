package cn.lingpao.publication.adapter.mongo;

import cn.lingpao.publication.application.Scores;
import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Standing;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Score sheets and rankings in two collections. Each document keeps the place in the log that it came from, and is only
 * replaced by what stands later in the log.
 */
public final class MongoScores implements Scores {

    private static final String SHEETS = "sheets";
    private static final String STANDINGS = "standings";

    private final MongoTemplate mongo;

    public MongoScores(MongoTemplate mongo) {
        this.mongo = mongo;
        Index byCampaign = new Index("campaignId", Sort.Direction.ASC);
        mongo.indexOps(SHEETS).createIndex(byCampaign);
        mongo.indexOps(STANDINGS).createIndex(byCampaign);
    }

    @Override
    public int keepSheets(List<Positioned<ScoreSheet>> sheets) {
        return keep(SHEETS, sheets, sheet -> sheet.campaignId() + "/" + sheet.targetId(), sheet -> new Document(
                        "campaignId", sheet.campaignId())
                .append("verdicts", sheet.verdicts())
                .append("awards", sheet.awards())
                .append("sheet", document(sheet)));
    }

    @Override
    public int keepStandings(List<Positioned<Standing>> standings) {
        return keep(
                STANDINGS,
                standings,
                standing -> standing.campaignId() + "/" + standing.listId(),
                standing -> new Document("campaignId", standing.campaignId()).append("standing", document(standing)));
    }

    private <T> int keep(
            String collection, List<Positioned<T>> values, Function<T, String> id, Function<T, Document> fields) {
        Map<String, Positioned<T>> newest = new LinkedHashMap<>();
        values.forEach(value -> newest.merge(id.apply(value.value()), value, MongoScores::later));
        if (newest.isEmpty()) {
            return 0;
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        newest.forEach((key, value) -> writes.add(new UpdateOneModel<>(
                olderThan(key, value),
                new Document("$set", fields.apply(value.value()).append("position", position(value))),
                new UpdateOptions().upsert(true))));
        return values.size() - newest.size() + write(collection, writes);
    }

    /** An upsert whose filter finds no older document collides with the newer one: that is how a stale value shows. */
    private int write(String collection, List<WriteModel<Document>> writes) {
        Integer stale = mongo.execute(collection, documents -> {
            try {
                documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
                return 0;
            } catch (MongoBulkWriteException failure) {
                if (!onlyDuplicates(failure)) {
                    throw failure;
                }
                return failure.getWriteErrors().size();
            }
        });
        return stale == null ? 0 : stale;
    }

    private static boolean onlyDuplicates(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static Document olderThan(String id, Positioned<?> value) {
        return new Document("_id", id)
                .append(
                        "$or",
                        List.of(
                                new Document("position.partition", new Document("$ne", value.partition())),
                                new Document("position.offset", new Document("$lt", value.offset()))));
    }

    private static Document position(Positioned<?> value) {
        return new Document("partition", value.partition()).append("offset", value.offset());
    }

    private static <T> Positioned<T> later(Positioned<T> one, Positioned<T> other) {
        return other.partition() == one.partition() && other.offset() < one.offset() ? one : other;
    }

    private Document document(Object value) {
        Document document = new Document();
        mongo.getConverter().write(value, document);
        document.remove("_class");
        return document;
    }

    @Override
    public Map<String, ScoreSheet> sheets(String campaignId) {
        Map<String, ScoreSheet> sheets = new LinkedHashMap<>();
        of(campaignId, SHEETS).forEach(found -> {
            ScoreSheet sheet = mongo.getConverter().read(ScoreSheet.class, found.get("sheet", Document.class));
            sheets.put(sheet.targetId(), sheet);
        });
        return sheets;
    }

    @Override
    public Map<String, Standing> standings(String campaignId) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        of(campaignId, STANDINGS).forEach(found -> {
            Standing standing = mongo.getConverter().read(Standing.class, found.get("standing", Document.class));
            standings.put(standing.listId(), standing);
        });
        return standings;
    }

    @Override
    public Progress progress(String campaignId) {
        Query counts = query(campaignId);
        counts.fields().include("verdicts", "awards");
        List<Document> found = mongo.find(counts, Document.class, SHEETS);
        return new Progress(sum(found, "verdicts"), sum(found, "awards"), found.size());
    }

    private List<Document> of(String campaignId, String collection) {
        return mongo.find(query(campaignId), Document.class, collection);
    }

    private static Query query(String campaignId) {
        return Query.query(Criteria.where("campaignId").is(campaignId));
    }

    private static long sum(List<Document> documents, String field) {
        return documents.stream()
                .mapToLong(document -> document.getInteger(field))
                .sum();
    }
}
