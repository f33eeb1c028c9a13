package cn.lingpao.embedded;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A unique index in memory; it is filled from the documents when the store opens. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements Narrowing {

    private final IndexEntries entries = new IndexEntries();

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
        return entries.positions(plan(filter).orElseThrow());
    }

    @Override
    public Iterable<Object> positions(IndexPlan plan) {
        return entries.positions(plan);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue values) {
        return entries.remove(values);
    }

    @Override
    protected boolean putKeyPosition(KeyValue values, @Nullable Object position) {
        return entries.putIfAbsent(values, Missing.ofNullable(position));
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return entries.all().entrySet().stream()
                .<Entry<KeyValue, Object>>map(entry ->
                        new SimpleImmutableEntry<>(new KeyValue(entry.getKey().values()), entry.getValue()))
                .toList();
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
