package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Placed;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Submission;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Observations in {@code observations}, one document each; beside them {@code coverage} holds for each target the set of
 * check points that were observed, so that counting cells reads a document a target.
 */
public final class MongoObservations implements Observations {

    private static final Document NEWEST_FIRST = new Document("observedAt", -1).append("_id", 1);

    private final Records observations;
    private final Records coverage;

    public MongoObservations(MongoTemplate mongo) {
        observations = new Records(mongo, "observations");
        coverage = new Records(mongo, "coverage");
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        observations.index("campaign", "target", "checkPoint");
        coverage.index("campaign");
    }

    /** The coverage comes last and always: after a crash between the two writes, the next delivery completes it. */
    @Override
    public int takeOver(List<Placed<Observation>> records) {
        Map<String, Document> facts = new LinkedHashMap<>();
        Map<String, Set<String>> points = new HashMap<>();
        Map<String, Submission> targets = new HashMap<>();
        for (Placed<Observation> record : records) {
            Submission content = record.record().content();
            facts.putIfAbsent(record.record().id().value(), Documents.of(record.record(), record.position()));
            String target = content.campaignId() + "/" + content.targetId();
            points.computeIfAbsent(target, id -> new HashSet<>()).add(content.checkPointId());
            targets.putIfAbsent(target, content);
        }
        int fresh = observations.add(facts);
        coverage.addToSets("checkPoints", points, id -> base(targets.get(id)));
        return fresh;
    }

    private static Document base(Submission of) {
        return new Document("campaign", of.campaignId()).append("target", of.targetId());
    }

    @Override
    public Set<ObservationId> known(Collection<ObservationId> ids) {
        return observations.known(ids.stream().map(ObservationId::value).toList()).stream()
                .map(ObservationId::new)
                .collect(Collectors.toUnmodifiableSet());
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

    @Override
    public Map<String, Set<String>> observed(String campaignId) {
        Map<String, Set<String>> observed = new HashMap<>();
        coverage.all(new Document("campaign", campaignId))
                .forEach(target -> observed.put(
                        target.getString("target"), Set.copyOf(target.getList("checkPoints", String.class))));
        return observed;
    }

    @Override
    public long cells(String campaignId) {
        List<Document> sums = coverage.aggregate(List.of(
                new Document("$match", new Document("campaign", campaignId)),
                new Document(
                        "$group",
                        new Document("_id", "$campaign")
                                .append("cells", new Document("$sum", new Document("$size", "$checkPoints"))))));
        return sums.isEmpty() ? 0 : sums.getFirst().get("cells", Number.class).longValue();
    }
}
