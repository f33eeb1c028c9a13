package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Placed;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Observations in {@code observations}, one document each. */
public final class MongoObservations implements Observations {

    private static final Document NEWEST_FIRST = new Document("observedAt", -1).append("_id", 1);

    private final Records observations;

    public MongoObservations(MongoTemplate mongo) {
        observations = new Records(mongo, "observations");
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        observations.index("campaign", "target", "checkPoint");
    }

    @Override
    public int takeOver(List<Placed<Observation>> records) {
        Map<String, RawBsonDocument> facts = new LinkedHashMap<>();
        for (Placed<Observation> record : records) {
            facts.computeIfAbsent(
                    record.record().id().value(), id -> EncodedObservation.of(record.record(), record.position()));
        }
        return observations.addEncoded(facts);
    }

    @Override
    public Set<ObservationId> known(Collection<Observation> candidates) {
        List<String> ids = candidates.stream().map(each -> each.id().value()).toList();
        return observations.known(ids).stream().map(ObservationId::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Page<Observation> find(
            String campaignId, @Nullable String targetId, @Nullable String checkPointId, Paging paging) {
        Document filter = Documents.sparse(
                new Document("campaign", campaignId).append("target", targetId).append("checkPoint", checkPointId));
        return observations.find(filter, NEWEST_FIRST, paging, Documents::observation);
    }

    @Override
    public long count(String campaignId) {
        return observations.count(new Document("campaign", campaignId));
    }
}
