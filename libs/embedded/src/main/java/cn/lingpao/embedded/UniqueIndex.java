package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index in memory; it is filled from the documents when the store opens. One key is found by its hash; the keys
 * are sorted, and kept so, once somebody asks for a range of them.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements Narrowing {

    private final Map<KeyValue, Object> entries = new ConcurrentHashMap<>();
    private volatile @Nullable IndexEntries sorted;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public Optional<IndexPlan> plan(Document filter) {
        return IndexPlan.of(keys(), isSparse(), filter);
    }

    @Override
    public boolean canHandle(Document filter) {
        return plan(filter).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document filter) {
        return positions(plan(filter).orElseThrow());
    }

    @Override
    public Iterable<Object> positions(IndexPlan plan) {
        return plan.isOfWholeKeys(getKeys().size())
                ? plan.prefixes().stream()
                        .map(key -> entries.get(new KeyValue(key)))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()
                : sorted().positions(plan);
    }

    private synchronized IndexEntries sorted() {
        IndexEntries known = sorted;
        if (known != null) {
            return known;
        }
        var made = new IndexEntries();
        entries.forEach(made::putIfAbsent);
        sorted = made;
        return made;
    }

    @Override
    public Set<KeyValue> getKeyValues(Document document) {
        KeyValue texts = IndexEntries.ofTexts(getKeys(), document);
        return texts == null ? super.getKeyValues(document) : Set.of(texts);
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        KeyValue texts = IndexEntries.ofTexts(getKeys(), document);
        if (texts == null) {
            super.checkAdd(document, collection);
        } else if (entries.containsKey(texts)) {
            throw new DuplicateKeyError(this, collection, getKeys(), texts);
        }
    }

    @Override
    protected synchronized @Nullable Object removeDocument(KeyValue values) {
        IndexEntries known = sorted;
        if (known != null) {
            known.remove(values);
        }
        return entries.remove(values);
    }

    @Override
    protected synchronized boolean putKeyPosition(KeyValue values, @Nullable Object position) {
        Object place = Missing.ofNullable(position);
        IndexEntries known = sorted;
        if (known != null) {
            known.putIfAbsent(values, place);
        }
        return entries.putIfAbsent(values, place) == null;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return entries.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue values) {
        return entries.get(values);
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return entries.size();
    }
}
