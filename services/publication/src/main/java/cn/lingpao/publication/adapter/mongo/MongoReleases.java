package cn.lingpao.publication.adapter.mongo;

import cn.lingpao.publication.application.Releases;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Releases and their documents. A document is stored under its hash before the release that names it, so a release that
 * can be seen is always complete; the release's id makes its number unique.
 */
public final class MongoReleases implements Releases {

    /** Where the releases are. */
    public static final String COLLECTION = "releases";

    private static final String DOCUMENTS = "documents";
    private static final int CHUNK = 500;

    private final MongoTemplate mongo;
    private final Consumer<Collection<String>> relay;

    /** @param relay publishes the events that wait in the releases with these ids */
    public MongoReleases(MongoTemplate mongo, Consumer<Collection<String>> relay) {
        this.mongo = mongo;
        this.relay = relay;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("campaignId", Sort.Direction.ASC).on("number", Sort.Direction.DESC));
    }

    @Override
    public void keep(String campaignId, List<ReleaseDocument> documents) {
        for (int from = 0; from < documents.size(); from += CHUNK) {
            keepChunk(campaignId, documents.subList(from, Math.min(from + CHUNK, documents.size())));
        }
    }

    private void keepChunk(String campaignId, List<ReleaseDocument> documents) {
        List<UpdateOneModel<Document>> writes = documents.stream()
                .map(document -> new UpdateOneModel<Document>(
                        new Document("_id", key(campaignId, document.hash())),
                        new Document("$setOnInsert", new Document("json", document.json())),
                        new UpdateOptions().upsert(true)))
                .toList();
        mongo.execute(DOCUMENTS, collection -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    }

    @Override
    public boolean add(Release release) {
        StoredRelease stored = StoredRelease.of(release);
        try {
            mongo.insert(stored, COLLECTION);
        } catch (DuplicateKeyException taken) {
            return false;
        }
        relay.accept(List.of(stored.id()));
        return true;
    }

    @Override
    public Optional<Release> find(String campaignId, int number) {
        return Optional.ofNullable(
                        mongo.findById(StoredRelease.id(campaignId, number), StoredRelease.class, COLLECTION))
                .map(StoredRelease::release);
    }

    @Override
    public Optional<Release> newest(String campaignId) {
        Query newest = newestFirst(Criteria.where("campaignId").is(campaignId)).limit(1);
        return Optional.ofNullable(mongo.findOne(newest, StoredRelease.class, COLLECTION))
                .map(StoredRelease::release);
    }

    @Override
    public List<Release> all(String campaignId) {
        return summaries(Criteria.where("campaignId").is(campaignId));
    }

    @Override
    public List<Release> newestOfEach() {
        Map<String, Release> newest = new LinkedHashMap<>();
        summaries(new Criteria()).forEach(release -> newest.putIfAbsent(release.campaignId(), release));
        return List.copyOf(newest.values());
    }

    private List<Release> summaries(Criteria criteria) {
        Query query = newestFirst(criteria);
        query.fields().exclude(StoredRelease.LEFT_OUT_OF_SUMMARIES);
        return mongo.find(query, StoredRelease.class, COLLECTION).stream()
                .map(StoredRelease::release)
                .toList();
    }

    private static Query newestFirst(Criteria criteria) {
        return Query.query(criteria).with(Sort.by("campaignId").and(Sort.by(Sort.Direction.DESC, "number")));
    }

    @Override
    public Map<String, ReleaseDocument> documents(String campaignId, Set<String> hashes) {
        List<String> keys = hashes.stream().map(hash -> key(campaignId, hash)).toList();
        Map<String, ReleaseDocument> found = new HashMap<>();
        mongo.find(Query.query(Criteria.where("_id").in(keys)), Document.class, DOCUMENTS)
                .forEach(document -> {
                    String key = document.getString("_id");
                    String hash = key.substring(key.lastIndexOf('/') + 1);
                    found.put(hash, new ReleaseDocument(hash, document.getString("json")));
                });
        return found;
    }

    private static String key(String campaignId, String hash) {
        return campaignId + "/" + hash;
    }
}
