package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.evidence.CaptureFilter;
import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.evidence.Standing;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Evidence: the bytes in GridFS, {@code contents} naming the file of each hash, {@code captures} one document an act of
 * capturing, {@code evidence} one a hash and campaign. A file that no content names, left by a crash or by the loser of
 * two who brought the same bytes at once, harms nobody.
 */
public final class MongoEvidence implements EvidenceStore {

    private static final Document NEWEST_FIRST = new Document("capturedAt", -1).append("_id", 1);
    private static final Document BY_ID = new Document("_id", 1);

    private final GridFSBucket bytes;
    private final Records contents;
    private final Records captures;
    private final Records evidence;

    public MongoEvidence(MongoTemplate mongo) {
        bytes = GridFSBuckets.create(mongo.getDb(), "bytes");
        contents = new Records(mongo, "contents");
        captures = new Records(mongo, "captures");
        evidence = new Records(mongo, "evidence");
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        captures.index("campaign", "sha256");
        captures.index("campaign", "url");
        evidence.index("campaign", "brought");
    }

    @Override
    public boolean keep(Content content, byte @Nullable [] thumbnail, InputStream stream) {
        if (content(content.sha256()).isPresent()) {
            return false;
        }
        ObjectId file = bytes.uploadFromStream(content.sha256().hex(), stream);
        Document fact = EvidenceDocuments.of(content).append("file", file);
        if (thumbnail != null) {
            fact.append("thumbnail", new Binary(thumbnail));
        }
        boolean fresh = contents.add(Map.of(content.sha256().hex(), fact)) == 1;
        if (!fresh) {
            bytes.delete(file);
        }
        return fresh;
    }

    @Override
    public Optional<Content> content(Sha256 sha256) {
        return contents.one(sha256.hex()).map(EvidenceDocuments::content);
    }

    @Override
    public Map<Sha256, Content> contents(Collection<Sha256> hashes) {
        Map<Sha256, Content> found = new HashMap<>();
        List<String> ids = hashes.stream().map(Sha256::hex).distinct().toList();
        for (Document document : contents.all(Filters.in("_id", ids))) {
            Content content = EvidenceDocuments.content(document);
            found.put(content.sha256(), content);
        }
        return found;
    }

    @Override
    public Optional<InputStream> open(Sha256 sha256) {
        return contents.one(sha256.hex()).map(content -> bytes.openDownloadStream(content.getObjectId("file")));
    }

    @Override
    public Optional<byte[]> thumbnail(Sha256 sha256) {
        return contents.one(sha256.hex())
                .map(content -> content.get("thumbnail", Binary.class))
                .map(Binary::getData);
    }

    @Override
    public boolean add(Capture capture) {
        boolean fresh = captures.add(Map.of(capture.id(), EvidenceDocuments.of(capture))) == 1;
        String id = capture.campaignId() + "/" + capture.sha256();
        Document set = new Document("$set", new Document("brought", true))
                .append(
                        "$setOnInsert",
                        base(capture.campaignId(), capture.sha256().hex()));
        if (capture.place().targetId() != null) {
            set.append("$addToSet", new Document("targets", capture.place().targetId()));
        }
        evidence.update(Map.of(id, set));
        return fresh;
    }

    @Override
    public Page<Capture> captures(CaptureFilter filter, Paging paging) {
        Document wanted = Documents.sparse(new Document("campaign", filter.campaignId())
                .append(
                        "sha256",
                        filter.sha256() == null ? null : filter.sha256().hex())
                .append("url", filter.url())
                .append("target", filter.targetId())
                .append("sender", filter.sender()));
        return captures.find(wanted, NEWEST_FIRST, paging, EvidenceDocuments::capture);
    }

    @Override
    public List<Capture> history(String campaignId, String url, int most) {
        Document wanted = new Document("campaign", campaignId).append("url", url);
        return captures.first(wanted, NEWEST_FIRST, most).reversed().stream()
                .map(EvidenceDocuments::capture)
                .toList();
    }

    @Override
    public void named(List<Observation> observations) {
        Map<String, Document> updates = new LinkedHashMap<>();
        for (Observation observation : observations) {
            Submission content = observation.content();
            for (Proof proof : content.evidence()) {
                if (proof.sha256() != null) {
                    String id = content.campaignId() + "/" + proof.sha256();
                    Document update = updates.computeIfAbsent(id, fresh -> naming(content.campaignId(), proof));
                    Document sets = update.get("$addToSet", Document.class);
                    EvidenceDocuments.addEach(sets, "targets", content.targetId());
                    EvidenceDocuments.addEach(sets, "cells", content.targetId() + "/" + content.checkPointId());
                }
            }
        }
        evidence.update(updates);
    }

    private static Document naming(String campaignId, Proof proof) {
        Document base = base(campaignId, String.valueOf(proof.sha256())).append("brought", false);
        if (proof.url() != null) {
            base.append("url", proof.url());
        }
        return new Document("$setOnInsert", base).append("$addToSet", new Document());
    }

    private static Document base(String campaignId, String sha256) {
        return new Document("campaign", campaignId).append("sha256", sha256);
    }

    @Override
    public Optional<Standing> standing(String campaignId, Sha256 sha256) {
        return evidence.one(campaignId + "/" + sha256).map(EvidenceDocuments::standing);
    }

    @Override
    public Page<Standing> standings(String campaignId, @Nullable String targetId, boolean brought, Paging paging) {
        Bson wanted = Documents.sparse(
                new Document("campaign", campaignId).append("brought", brought).append("targets", targetId));
        return evidence.find(wanted, BY_ID, paging, EvidenceDocuments::standing);
    }
}
