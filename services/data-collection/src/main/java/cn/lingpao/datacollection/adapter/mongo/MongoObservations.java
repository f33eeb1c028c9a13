package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Placed;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Submission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
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
 * check points that were observed, so that counting cells reads a document a target, and the latest time of observation, so
 * that what is later than that need not be looked for.
 */
public final class MongoObservations implements Observations {

    private static final String LATEST = "latest";
    private static final Document NEWEST_FIRST = new Document("observedAt", -1).append("_id", 1);

    private final Records observations;
    private final Records coverage;

    public MongoObservations(MongoTemplate mongo) {
        observations = new Records(mongo, "observations");
        coverage = new Records(mongo, "coverage");
    }

    /** Creates what is missing; of targets that an earlier version wrote every observation is looked for by its id. */
    public void prepare() {
        observations.index("campaign", "target", "checkPoint");
        coverage.index("campaign");
        coverage.fill(LATEST, new Date(Long.MAX_VALUE));
    }

    /** The coverage comes last and always: after a crash between the two writes, the next delivery completes it. */
    @Override
    public int takeOver(List<Placed<Observation>> records) {
        Map<String, Document> facts = new LinkedHashMap<>();
        Map<String, Document> covered = new HashMap<>();
        for (Placed<Observation> record : records) {
            Submission content = record.record().content();
            facts.putIfAbsent(record.record().id().value(), Documents.of(record.record(), record.position()));
            cover(covered.computeIfAbsent(place(content), target -> uncovered(content)), content);
        }
        int fresh = observations.add(facts);
        coverage.update(covered);
        return fresh;
    }

    private static String place(Submission content) {
        return content.campaignId() + "/" + content.targetId();
    }

    private static Document uncovered(Submission content) {
        return new Document(
                        "$setOnInsert",
                        new Document("campaign", content.campaignId()).append("target", content.targetId()))
                .append("$addToSet", new Document("checkPoints", new Document("$each", new ArrayList<>())))
                .append("$max", new Document(LATEST, new Date(Long.MIN_VALUE)));
    }

    private static void cover(Document update, Submission content) {
        List<Object> points = update.get("$addToSet", Document.class)
                .get("checkPoints", Document.class)
                .getList("$each", Object.class);
        if (!points.contains(content.checkPointId())) {
            points.add(content.checkPointId());
        }
        Document latest = update.get("$max", Document.class);
        Date observedAt = Date.from(content.observedAt());
        if (observedAt.after(latest.getDate(LATEST))) {
            latest.append(LATEST, observedAt);
        }
    }

    @Override
    public Set<ObservationId> known(Collection<Observation> candidates) {
        Map<String, List<Observation>> places =
                candidates.stream().collect(Collectors.groupingBy(each -> place(each.content())));
        List<String> old = new ArrayList<>();
        coverage.field(LATEST, Date.class, places.keySet()).forEach((place, latest) -> places.get(place).stream()
                .filter(each -> isOld(each.content(), latest))
                .forEach(each -> old.add(each.id().value())));
        return observations.known(old).stream().map(ObservationId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOld(Submission content, @Nullable Date latest) {
        return latest == null || !Date.from(content.observedAt()).after(latest);
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
