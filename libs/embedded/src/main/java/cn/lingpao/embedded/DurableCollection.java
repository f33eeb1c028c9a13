package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection that reads through the index that narrows most and never changes a document it handed out. */
final class DurableCollection extends H2Collection {

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        IndexPlan best = null;
        Narrowing index = null;
        Document conditions = IndexPlan.conditions(filter);
        for (Index<Object> candidate : getIndexes()) {
            if (candidate instanceof Narrowing narrowing) {
                IndexPlan plan = narrowing.plan(conditions).orElse(null);
                if (plan != null && (best == null || plan.weight() > best.weight())) {
                    best = plan;
                    index = narrowing;
                }
            }
        }
        return best == null || index == null
                ? matchDocuments(filter, order, skip, limit, batchSize, projection)
                : matchDocuments(filter, index.positions(best), order, skip, limit, batchSize, projection);
    }

    /** The library updates the document it found in place: give it a copy, the stored one may be read by others. */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(matched.stream().map(Document::clone).toList(), batchSize);
    }

    @Override
    public synchronized int count(@Nullable Document filter, int skip, int limit) {
        return super.count(filter, skip, limit);
    }
}
