package cn.lingpao.evidencereview.adapter.mongo;

import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Writes cells in one round trip, each in one atomic step together with the verdicts it reached, and only over the version
 * it was made from. Whatever the outbox still holds stays in it.
 */
final class CellWrites {

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final Function<Collection<CellId>, Map<CellId, Cell>> load;

    CellWrites(MongoTemplate mongo, Function<Collection<CellId>, Map<CellId, Cell>> load) {
        this.mongo = mongo;
        this.load = load;
    }

    /** Returns the cells that somebody else wrote in between; they were not written. */
    Set<CellId> write(Collection<Cell> cells) {
        List<Cell> ordered = List.copyOf(cells);
        List<WriteModel<Document>> models =
                ordered.stream().map(CellWrites::model).toList();
        return mongo.execute(MongoCells.COLLECTION, collection -> write(collection, ordered, models));
    }

    private Set<CellId> write(
            MongoCollection<Document> collection, List<Cell> cells, List<WriteModel<Document>> models) {
        Set<CellId> contended = new HashSet<>();
        BulkWriteResult result;
        try {
            result = collection.bulkWrite(models, ANY_ORDER);
        } catch (MongoBulkWriteException failure) {
            for (BulkWriteError error : failure.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY) {
                    throw failure;
                }
                contended.add(cells.get(error.getIndex()).id());
            }
            result = failure.getWriteResult();
        }
        List<Cell> updates = cells.stream().filter(cell -> cell.version() > 0).toList();
        if (result.getMatchedCount() < updates.size()) {
            contended.addAll(overtaken(updates));
        }
        return contended;
    }

    /** Of two writers that wrote the same only one was let through; for both it is now as they wanted it. */
    private Set<CellId> overtaken(List<Cell> updates) {
        Map<CellId, Cell> stored = load.apply(updates.stream().map(Cell::id).toList());
        Set<CellId> overtaken = new HashSet<>();
        for (Cell wanted : updates) {
            if (!wanted.saved().equals(stored.get(wanted.id()))) {
                overtaken.add(wanted.id());
            }
        }
        return overtaken;
    }

    private static WriteModel<Document> model(Cell cell) {
        List<Document> outbox = cell.reached().stream()
                .map(VerdictEvents::entry)
                .map(CellWrites::document)
                .toList();
        if (cell.version() == 0) {
            Document whole = new Document("_id", cell.id().text());
            whole.putAll(Documents.fixed(cell));
            whole.putAll(Documents.changing(cell));
            return new InsertOneModel<>(outbox.isEmpty() ? whole : whole.append("outbox", outbox));
        }
        Document change = new Document("$set", Documents.changing(cell));
        if (cell.audit().samples().isEmpty()) {
            change.append("$unset", new Document(Documents.SAMPLED, 1));
        }
        if (!outbox.isEmpty()) {
            change.append("$push", new Document("outbox", new Document("$each", outbox)));
        }
        return new UpdateOneModel<>(new Document("_id", cell.id().text()).append("version", cell.version()), change);
    }

    private static Document document(OutboxEntry entry) {
        return new Document("_id", entry.id())
                .append("type", entry.type())
                .append("time", Date.from(entry.time()))
                .append("data", entry.data());
    }
}
