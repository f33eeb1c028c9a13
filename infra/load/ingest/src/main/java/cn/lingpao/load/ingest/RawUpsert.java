package cn.lingpao.load.ingest;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** The least that can be done: the driver replaces or inserts documents that are encoded already, many in one go. */
final class RawUpsert {

    static final String DATABASE = "load_raw";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private RawUpsert() {}

    /** Documents a second. */
    static double run(MongoDatabase database, List<RawBsonDocument> documents, int bulk) {
        database.drop();
        MongoCollection<RawBsonDocument> into = database.getCollection("observations", RawBsonDocument.class);
        long start = System.nanoTime();
        for (int from = 0; from < documents.size(); from += bulk) {
            List<WriteModel<RawBsonDocument>> writes = new ArrayList<>(bulk);
            for (RawBsonDocument each : documents.subList(from, Math.min(documents.size(), from + bulk))) {
                writes.add(new ReplaceOneModel<>(Filters.eq("_id", each.get("_id")), each, UPSERT));
            }
            into.bulkWrite(writes, ANY_ORDER);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        database.drop();
        return documents.size() / seconds;
    }
}
