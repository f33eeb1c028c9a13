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
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
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
        return facts.size() - there(facts).size();
    }

    /** Writes those that are not there yet, and returns the ids of the others. */
    private Set<String> there(Map<String, Document> facts) {
        if (facts.isEmpty()) {
            return Set.of();
        }
        List<InsertOneModel<Document>> writes = new ArrayList<>(facts.size());
        facts.forEach((id, fact) -> writes.add(new InsertOneModel<>(fact.append("_id", id))));
        return in(documents -> refused(documents, writes));
    }

    private static Set<String> refused(MongoCollection<Document> documents, List<InsertOneModel<Document>> writes) {
        try {
            documents.bulkWrite(writes, ANY_ORDER);
            return Set.of();
        } catch (MongoBulkWriteException refused) {
            if (refused.getWriteConcernError() != null
                    || !refused.getWriteErrors().stream().allMatch(Records::isThere)) {
                throw refused;
            }
            return refused.getWriteErrors().stream()
                    .map(error -> writes.get(error.getIndex()).getDocument().getString("_id"))
                    .collect(Collectors.toSet());
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
        there.addAll(there(missing));
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

    /** One field of each of these documents, by their ids. */
    <T> Map<String, @Nullable T> field(String name, Class<T> type, Collection<String> ids) {
        Map<String, @Nullable T> fields = new HashMap<>();
        in(documents -> documents
                        .find(Filters.in("_id", ids))
                        .projection(new Document(name, 1))
                        .into(new ArrayList<>()))
                .forEach(found -> fields.put(found.getString("_id"), found.get(name, type)));
        return fields;
    }

    /** Sets the field of every document that has none. */
    void fill(String name, Object value) {
        in(documents ->
                documents.updateMany(Filters.exists(name, false), new Document("$set", new Document(name, value))));
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
        return new Page<>(items, paging.page(), paging.size(), count(filter));
    }

    List<Document> aggregate(List<Bson> stages) {
        return in(documents -> documents.aggregate(stages).into(new ArrayList<>()));
    }

    private <T extends @Nullable Object> T in(Function<MongoCollection<Document>, T> work) {
        CollectionCallback<T> callback = work::apply;
        return mongo.execute(collection, callback);
    }
}
