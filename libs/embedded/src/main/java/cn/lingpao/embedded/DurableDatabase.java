package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose documents are BSON in the file and whose indexes are in memory. */
final class DurableDatabase extends H2Database {

    private static final String DOCUMENTS = "databases.";
    private static final String ARRANGED = "arranged.";
    private static final String BY_ARRIVAL = "byArrival";

    private final MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        MVMap<String, Object> meta = store.openMap("meta." + fullName);
        if (!Boolean.TRUE.equals(meta.get(BY_ARRIVAL))) {
            arrange(fullName, meta);
        }
        return new DurableCollection(this, name, options, documents(DOCUMENTS + fullName), meta, cursorRegistry);
    }

    /** Documents of an earlier version lie by their id; a kill on the way leaves them so, and the next start begins again. */
    private void arrange(String fullName, MVMap<String, Object> meta) {
        MVMap<Object, Document> byId = documents(DOCUMENTS + fullName);
        if (!byId.isEmpty()) {
            MVMap<Object, Document> byArrival = documents(ARRANGED + fullName);
            byArrival.clear();
            for (Document document : byId.values()) {
                byArrival.put((long) byArrival.size(), document);
            }
            store.commit();
            store.removeMap(byId);
            store.renameMap(byArrival, DOCUMENTS + fullName);
        }
        meta.put(BY_ARRIVAL, true);
    }

    private MVMap<Object, Document> documents(String name) {
        return store.openMap(name, new MVMap.Builder<Object, Document>().valueType(new BsonDocuments()));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, sparse);
    }
}
