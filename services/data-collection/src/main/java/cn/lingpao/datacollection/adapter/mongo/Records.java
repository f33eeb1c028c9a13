package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A collection of facts: each is written once under its own id and never changes. */
final class Records {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;
    private final String collection;

    Records(MongoTemplate mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    void index(String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append(field, 1);
        }
        in(documents -> documents.createIndex(keys));
    }

    /** Writes those that are not there yet, in one round trip; returns how many those were. */
    int add(Map<String, Document> facts) {
        return facts.size() - there(named(facts), Document.class).size();
    }

    /** The same of facts that are encoded already, each with its id in it. */
    int addEncoded(Map<String, RawBsonDocument> facts) {
        return facts.size() - there(facts, RawBsonDocument.class).size();
    }

    private static Map<String, Document> named(Map<String, Document> facts) {
        facts.forEach((id, fact) -> fact.append("_id", id));
        return facts;
    }

    /** Writes those that are not there yet, and returns the ids of the others. */
    private <T> Set<String> there(Map<String, T> facts, Class<T> form) {
        if (facts.isEmpty()) {
            return Set.of();
        }
        List<String> ids = List.copyOf(facts.keySet());
        List<InsertOneModel<T>> writes =
                facts.values().stream().map(InsertOneModel::new).toList();
        return in(documents -> refused(documents.withDocumentClass(form), writes)).stream()
                .map(ids::get)
                .collect(Collectors.toSet());
    }

    /** Which of them are there already, by their place in the list. */
    private static <T> List<Integer> refused(MongoCollection<T> documents, List<InsertOneModel<T>> writes) {
        try {
            documents.bulkWrite(writes, ANY_ORDER);
            return List.of();
        } catch (MongoBulkWriteException refused) {
            if (refused.getWriteConcernError() != null
                    || !refused.getWriteErrors().stream().allMatch(Records::isThere)) {
                throw refused;
            }
            return refused.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .toList();
        }
    }

    /** A fact that is there is the same fact. */
    private static boolean isThere(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Changes each of these documents, or makes it: a store inserts many at once far more easily than it upserts each. */
    void update(Map<String, Document> updates) {
        Set<String> there = new HashSet<>(known(updates.keySet()));
        Map<String, Document> missing = new LinkedHashMap<>(updates);
        missing.keySet().removeAll(there);
        missing.replaceAll((id, update) -> Made.by(update));
        there.addAll(there(named(missing), Document.class));
        List<UpdateOneModel<Document>> writes = there.stream()
                .map(id -> new UpdateOneModel<Document>(Filters.eq("_id", id), updates.get(id), UPSERT))
                .toList();
        if (!writes.isEmpty()) {
            in(documents -> documents.bulkWrite(writes, ANY_ORDER));
        }
    }

    Optional<Document> one(String id) {
        return Optional.ofNullable(
                in(documents -> documents.find(Filters.eq("_id", id)).first()));
    }

    List<Document> all(Bson filter) {
        return in(documents -> documents.find(filter).into(new ArrayList<>()));
    }

    /** Of the documents that match, these fields and their ids. */
    List<Document> parts(Bson filter, String... fields) {
        return in(documents ->
                documents.find(filter).projection(Projections.include(fields)).into(new ArrayList<>()));
    }

    List<Document> first(Bson filter, Bson order, int most) {
        return in(documents -> documents.find(filter).sort(order).limit(most).into(new ArrayList<>()));
    }

    Set<String> known(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return in(documents -> documents
                .find(Filters.in("_id", ids))
                .projection(new Document("_id", 1))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>()));
    }

    long count(Bson filter) {
        return in(documents -> documents.countDocuments(filter));
    }

    <T> Page<T> find(Bson filter, Bson order, Paging paging, Function<Document, T> read) {
        List<T> items = in(documents -> documents
                .find(filter)
                .sort(order)
                .skip(paging.page() * paging.size())
                .limit(paging.size())
                .map(read::apply)
                .into(new ArrayList<>()));
        return new Page<>(items, paging.page(), paging.size(), total(filter, paging, items.size()));
    }

    /** A page that is not full is the last one, and tells how many there are. */
    private long total(Bson filter, Paging paging, int found) {
        boolean last = found < paging.size() && (found > 0 || paging.page() == 0);
        return last ? (long) paging.page() * paging.size() + found : count(filter);
    }

    List<Document> aggregate(List<Bson> stages) {
        return in(documents -> documents.aggregate(stages).into(new ArrayList<>()));
    }

    private <T extends @Nullable Object> T in(Function<MongoCollection<Document>, T> work) {
        CollectionCallback<T> callback = work::apply;
        return mongo.execute(collection, callback);
    }
}
