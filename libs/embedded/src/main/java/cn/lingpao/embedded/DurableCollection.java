package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that keeps its documents in the order of their arrival, reads through the index that narrows most, never
 * changes a document it handed out, and answers in replies of bounded size.
 */
final class DurableCollection extends H2Collection {

    private static final int PART = 1_000;

    private final MVMap<Object, Document> documents;
    private final boolean opened;
    private long next;

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        this.documents = documents;
        super(database, name, options, documents, meta, cursors);
        this.opened = true;
        this.next = documents.isEmpty() ? 0 : (Long) documents.lastKey() + 1;
    }

    /** A place at the end: what comes together lies together in the file, whatever its ids are. */
    @Override
    protected Object addDocumentInternal(Document document) {
        Long position = next++;
        documents.put(position, document);
        return position;
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

    /** Part after part: an aggregation over a large collection needs no room for all of it. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return Stream.iterate(part(0L), part -> !part.isEmpty(), part -> part(part.lastKey() + 1))
                .flatMap(part -> part.values().stream());
    }

    private synchronized SortedMap<Long, Document> part(Long first) {
        var part = new TreeMap<Long, Document>();
        Cursor<Object, Document> positions = documents.cursor(first);
        while (positions.hasNext() && part.size() < PART) {
            part.put((Long) positions.next(), positions.getValue().clone());
        }
        return part;
    }

    /** The library updates the document it found in place: give it a copy, the stored one may be read by others. */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        List<Document> copies = matched.stream().map(Document::clone).toList();
        if (batchSize == 0) {
            return new QueryResult(copies);
        }
        var cursor = new BoundedCursor(cursorRegistry.generateCursorId(), copies);
        List<Document> first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    @Override
    public synchronized Document updateDocuments(
            Document filter, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        return plainly(filter, update, arrayFilters, upsert)
                .orElseGet(() -> super.updateDocuments(filter, update, arrayFilters, multi, upsert, oplog));
    }

    /** Nobody reads an operation log here, so none is kept. */
    private Optional<Document> plainly(Document filter, Document update, ArrayFilters arrayFilters, boolean upsert) {
        if (!PlainUpdate.isById(filter) || !arrayFilters.isEmpty() || !PlainUpdate.isPlain(update)) {
            return Optional.empty();
        }
        Object position = getIndexes().stream()
                .filter(DurableCollection::isOfIds)
                .findFirst()
                .map(index -> index.getPosition(filter))
                .orElse(null);
        if (position == null) {
            return upsert ? PlainUpdate.apply(update, filter, true).map(this::inserted) : Optional.empty();
        }
        if (reachesAnIndex(PlainUpdate.roots(update))) {
            return Optional.empty();
        }
        Document before = getDocument(position);
        return PlainUpdate.apply(update, before, false).map(after -> changed(position, before, after));
    }

    private Document inserted(Document document) {
        addDocument(document);
        return new Document("upserted", document.get(getIdField()))
                .append("n", 0)
                .append("nModified", 0);
    }

    private Document changed(Object position, Document before, Document after) {
        if (after != before) {
            documents.put(position, after);
        }
        return new Document("n", 1).append("nModified", after == before ? 0 : 1);
    }

    private static boolean isOfIds(Index<Object> index) {
        return index.getKeys().size() == 1
                && index.getKeys().getFirst().getKey().equals("_id");
    }

    private boolean reachesAnIndex(Set<String> roots) {
        return getIndexes().stream()
                .flatMap(index -> index.getKeys().stream())
                .anyMatch(key -> roots.contains(IndexPlan.root(key.getKey())));
    }

    @Override
    public synchronized void removeDocument(Document document) {
        Object position = getIndexes().isEmpty()
                ? findDocumentPosition(document)
                : getIndexes().stream()
                        .map(index -> index.getPosition(document))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (position != null) {
            getIndexes().forEach(index -> index.remove(document));
            removeDocument(position);
        }
    }

    /** The library would encode every document once more to keep a sum that hardly anybody asks for. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /** About the bytes in memory, summed up when somebody asks; not for the library, which asks while it opens. */
    @Override
    protected int getDataSize() {
        if (!opened) {
            return 0;
        }
        long size = 0;
        for (Document document : documents.values()) {
            size += BsonDocuments.size(document);
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    /** How many there are in all is known without waiting for those who write. */
    @Override
    public int count(@Nullable Document filter, int skip, int limit) {
        return filter == null || filter.isEmpty() ? super.count(filter, skip, limit) : counted(filter, skip, limit);
    }

    private synchronized int counted(Document filter, int skip, int limit) {
        return super.count(filter, skip, limit);
    }
}
