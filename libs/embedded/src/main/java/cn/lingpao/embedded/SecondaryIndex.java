package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An index in memory whose keys may repeat; the library it extends ignores such indexes. */
final class SecondaryIndex extends Index<Object> implements Narrowing {

    private static final String ID = "_id";

    private final IndexEntries entries = new IndexEntries();

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public Optional<IndexPlan> plan(Document filter) {
        return IndexPlan.of(keys(), isSparse(), filter);
    }

    @Override
    public Iterable<Object> positions(IndexPlan plan) {
        return entries.positions(plan);
    }

    @Override
    public boolean canHandle(Document filter) {
        return plan(filter).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document filter) {
        return entries.positions(plan(filter).orElseThrow());
    }

    /** Not known: the keys of such an index do not name one document. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        keyValues(document);
    }

    @Override
    public void add(Document document, @Nullable Object position, MongoCollection<Object> collection) {
        for (KeyValue values : keyValues(document)) {
            entries.putIfAbsent(entry(values, document), Missing.ofNullable(position));
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = null;
        for (KeyValue values : keyValues(document)) {
            position = entries.remove(entry(values, document));
        }
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        keyValues(after);
    }

    @Override
    public void updateInPlace(
            Document before, Document after, @Nullable Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return entries.size();
    }

    @Override
    public void drop() {
        entries.all().clear();
    }

    private Set<KeyValue> keyValues(Document document) {
        KeyValue texts = IndexEntries.ofTexts(getKeys(), document);
        if (texts != null) {
            return Set.of(texts);
        }
        if (isSparse() && keys().stream().noneMatch(key -> has(document, key))) {
            return Set.of();
        }
        return getKeyValues(document);
    }

    private static boolean has(Document document, String key) {
        return !(Utils.getSubdocumentValueCollectionAware(document, key) instanceof Missing);
    }

    /** The id tells documents of the same key apart. */
    private static List<@Nullable Object> entry(KeyValue values, Document document) {
        var entry = new ArrayList<@Nullable Object>();
        values.forEach(entry::add);
        entry.add(Utils.getSubdocumentValue(document, ID));
        return entry;
    }
}
