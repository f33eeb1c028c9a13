package cn.lingpao.scoring.adapter.mongo;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.scoring.application.Placed;
import cn.lingpao.scoring.application.Scores;
import cn.lingpao.scoring.domain.Progress;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document a sheet and one a ranking, each with the position in the log that it came from. An older position never
 * replaces a newer one, whoever writes. The content is the JSON as it was told: what the API answers is what was scored.
 */
public final class MongoScores implements Scores {

    private static final String SCORES = "scores";
    private static final String RANKINGS = "rankings";
    private static final int DUPLICATE_KEY = 11000;

    /** So few sheets that a ranking beside them need not wait long for a store that does one thing after another. */
    private static final int AT_ONCE = 50;

    private final MongoTemplate mongo;

    public MongoScores(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.execute(
                SCORES,
                scores -> scores.createIndex(Indexes.ascending("campaignId"), new IndexOptions().name("campaign")));
    }

    @Override
    public int keepSheets(List<Placed<TargetScored>> sheets) {
        return keep(
                SCORES,
                sheets,
                sheet -> Updates.combine(
                        Updates.set("campaignId", sheet.campaignId()),
                        Updates.set("verdicts", sheet.verdicts()),
                        Updates.set("awards", sheet.awards())));
    }

    @Override
    public int keepRankings(List<Placed<ListRanked>> rankings) {
        return keep(RANKINGS, rankings, ranking -> Updates.set("campaignId", ranking.campaignId()));
    }

    /** A stale position matches no document, so its upsert tries to insert and hits the key of the newer one. */
    private <T extends DomainEvent> int keep(String collection, List<Placed<T>> told, Function<T, Bson> fields) {
        if (told.isEmpty()) {
            return 0;
        }
        Map<String, Placed<T>> newest = new LinkedHashMap<>();
        told.forEach(placed ->
                newest.merge(placed.told().key(), placed, (one, other) -> other.offset() > one.offset() ? other : one));
        List<UpdateOneModel<Document>> writes =
                newest.values().stream().map(placed -> write(placed, fields)).toList();
        int stale = told.size() - newest.size();
        for (int from = 0; from < writes.size(); from += AT_ONCE) {
            stale += write(collection, writes.subList(from, Math.min(writes.size(), from + AT_ONCE)));
        }
        return stale;
    }

    private int write(String collection, List<UpdateOneModel<Document>> writes) {
        try {
            mongo.execute(collection, documents -> documents.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
            return 0;
        } catch (RuntimeException failure) {
            return stale(failure);
        }
    }

    private static <T extends DomainEvent> UpdateOneModel<Document> write(Placed<T> placed, Function<T, Bson> fields) {
        Bson newer =
                Filters.and(Filters.eq("_id", placed.told().key()), Filters.lt("position.offset", placed.offset()));
        Bson content = Updates.combine(
                fields.apply(placed.told()),
                Updates.set(
                        "position", new Document("partition", placed.partition()).append("offset", placed.offset())),
                Updates.set("json", EventJson.text(placed.told())));
        return new UpdateOneModel<>(newer, content, new UpdateOptions().upsert(true));
    }

    private static int stale(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoBulkWriteException bulk
                    && bulk.getWriteConcernError() == null
                    && bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                return bulk.getWriteErrors().size();
            }
        }
        throw failure;
    }

    @Override
    public Optional<String> sheet(String campaignId, String targetId) {
        return json(SCORES, campaignId + "/" + targetId);
    }

    @Override
    public Optional<String> ranking(String campaignId, String listId) {
        return json(RANKINGS, campaignId + "/" + listId);
    }

    private Optional<String> json(String collection, String key) {
        return Optional.ofNullable(mongo.execute(collection, documents -> documents
                        .find(Filters.eq("_id", key))
                        .projection(Projections.include("json"))
                        .first()))
                .map(found -> found.getString("json"));
    }

    @Override
    public Progress progress(String campaignId) {
        Progress counted = mongo.execute(SCORES, documents -> {
            long verdicts = 0;
            long awards = 0;
            long targets = 0;
            for (Document sheet : documents
                    .find(Filters.eq("campaignId", campaignId))
                    .projection(Projections.include("verdicts", "awards"))) {
                verdicts += sheet.getInteger("verdicts");
                awards += sheet.getInteger("awards");
                targets++;
            }
            return new Progress(verdicts, awards, targets);
        });
        return counted == null ? new Progress(0, 0, 0) : counted;
    }
}
