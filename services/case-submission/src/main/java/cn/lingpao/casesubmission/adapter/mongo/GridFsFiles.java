package cn.lingpao.casesubmission.adapter.mongo;

import cn.lingpao.casesubmission.application.Files;
import cn.lingpao.casesubmission.domain.Upload;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Attachments in GridFS. A file whose case was never stored is an orphan and harms nobody. */
public class GridFsFiles implements Files {

    private static final String BUCKET = "attachments";

    private final GridFSBucket bucket;

    public GridFsFiles(MongoTemplate mongo) {
        this.bucket = GridFSBuckets.create(mongo.getDb(), BUCKET);
    }

    @Override
    public String keep(Upload upload) {
        return bucket.uploadFromStream(upload.sha256(), new ByteArrayInputStream(upload.bytes()))
                .toHexString();
    }

    @Override
    public Optional<byte[]> read(String fileId) {
        ObjectId id = new ObjectId(fileId);
        if (bucket.find(new Document("_id", id)).first() == null) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bucket.downloadToStream(id, bytes);
        return Optional.of(bytes.toByteArray());
    }
}
