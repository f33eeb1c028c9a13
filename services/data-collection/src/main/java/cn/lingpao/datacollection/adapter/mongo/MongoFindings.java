package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.plan.Finding;
import cn.lingpao.datacollection.domain.plan.Findings;
import cn.lingpao.datacollection.domain.plan.Findings.Known;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Findings in {@code findings}, one document a target. Documents compare by their fields in order, and a finding begins
 * with its age: the store's {@code $max} keeps the newest, whatever comes in whatever order and however often. Beside them
 * stand the check points that were observed, so that cells are counted by the store, and the latest time of observation, so
 * that what is later than that need not be looked for.
 */
public final class MongoFindings implements NewestFindings {

    private static final String LATEST = "latest";
    private static final String POINTS = "checkPoints";
    private static final String FORMERLY = "coverage";

    private final MongoTemplate mongo;
    private final Records findings;

    public MongoFindings(MongoTemplate mongo) {
        this.mongo = mongo;
        findings = new Records(mongo, "findings");
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        findings.index("campaign");
        if (mongo.collectionExists(FORMERLY)) {
            takeOverCoverage();
        }
    }

    /** An earlier version kept the check points and the latest time in a collection of their own. */
    private void takeOverCoverage() {
        Map<String, Document> covered = new LinkedHashMap<>();
        for (Document target : new Records(mongo, FORMERLY).all(new Document())) {
            Document update = base(target.getString("campaign"), target.getString("target"));
            each(update).addAll(target.getList(POINTS, String.class, List.of()));
            greatest(update).append(LATEST, target.get(LATEST, new Date(Long.MAX_VALUE)));
            covered.put(target.getString("_id"), update);
        }
        findings.update(covered);
        mongo.dropCollection(FORMERLY);
    }

    @Override
    public void takeOver(List<Observation> observations) {
        Map<String, Document> updates = new LinkedHashMap<>();
        Map<String, Finding> newest = new HashMap<>();
        for (Observation observation : observations) {
            Finding finding = Finding.of(observation);
            String target = place(observation);
            Document update = updates.computeIfAbsent(
                    target, id -> base(observation.content().campaignId(), finding.targetId()));
            cover(update, finding);
            String key = key(finding);
            Document greatest = greatest(update);
            if (newest.merge(target + "/" + key, finding, MongoFindings::newer).equals(finding)) {
                greatest.append("newest." + key, document(finding));
            }
            if (finding.determined()) {
                latest(greatest, "determined." + key, finding.recordedAt());
                if (finding.observer().kind() == Observer.Kind.PERSON) {
                    latest(greatest, "byPeople." + key, finding.recordedAt());
                }
            }
        }
        findings.update(updates);
    }

    @Override
    public List<Observation> notLater(Collection<Observation> candidates) {
        Map<String, List<Observation>> places =
                candidates.stream().collect(Collectors.groupingBy(MongoFindings::place));
        return findings.parts(Filters.in("_id", places.keySet()), LATEST).stream()
                .flatMap(found -> places.get(found.getString("_id")).stream()
                        .filter(each -> !isLater(each, found.getDate(LATEST))))
                .toList();
    }

    private static boolean isLater(Observation observation, @Nullable Date latest) {
        return latest != null && Date.from(observation.content().observedAt()).after(latest);
    }

    @Override
    public long cells(String campaignId) {
        List<Document> sums = findings.aggregate(List.of(
                new Document("$match", new Document("campaign", campaignId)),
                new Document(
                        "$group",
                        new Document("_id", "$campaign")
                                .append("cells", new Document("$sum", new Document("$size", "$checkPoints"))))));
        return sums.isEmpty() ? 0 : sums.getFirst().get("cells", Number.class).longValue();
    }

    @Override
    public Map<String, Findings> of(String campaignId, @Nullable String targetId) {
        Document filter = targetId == null
                ? new Document("campaign", campaignId)
                : new Document("_id", campaignId + "/" + targetId);
        Map<String, Findings> found = new HashMap<>();
        findings.all(filter).forEach(document -> found.put(document.getString("target"), findings(document)));
        return found;
    }

    private static void latest(Document greatest, String field, Instant instant) {
        Date date = Date.from(instant);
        Date known = greatest.getDate(field);
        greatest.append(field, known == null || date.after(known) ? date : known);
    }

    private static String place(Observation observation) {
        return observation.content().campaignId() + "/" + observation.content().targetId();
    }

    private static Document base(String campaignId, String targetId) {
        return new Document("$setOnInsert", new Document("campaign", campaignId).append("target", targetId))
                .append("$addToSet", new Document(POINTS, new Document("$each", new ArrayList<>())))
                .append("$max", new Document());
    }

    private static Document greatest(Document update) {
        return update.get("$max", Document.class);
    }

    private static List<Object> each(Document update) {
        return update.get("$addToSet", Document.class)
                .get(POINTS, Document.class)
                .getList("$each", Object.class);
    }

    private static void cover(Document update, Finding finding) {
        List<Object> points = each(update);
        if (!points.contains(finding.checkPointId())) {
            points.add(finding.checkPointId());
        }
        latest(greatest(update), LATEST, finding.observedAt());
    }

    private static Finding newer(Finding one, Finding other) {
        return Finding.BY_AGE.compare(one, other) >= 0 ? one : other;
    }

    /** Check point and channel. Dots would part the path; ids have neither a colon nor an at sign. */
    private static String key(Finding finding) {
        String channel = finding.channelId() == null ? "" : "@" + finding.channelId();
        return (finding.checkPointId() + channel).replace('.', ':');
    }

    private static Document document(Finding finding) {
        return Documents.sparse(new Document("observedAt", Date.from(finding.observedAt()))
                .append("recordedAt", Date.from(finding.recordedAt()))
                .append("observation", finding.observationId())
                .append("determined", finding.determined())
                .append("cause", finding.cause())
                .append("observer", finding.observer().id())
                .append("observerKind", finding.observer().kind().name()));
    }

    private static Findings findings(Document target) {
        Document determined = target.get("determined", new Document());
        Document byPeople = target.get("byPeople", new Document());
        return new Findings(target.get("newest", new Document()).entrySet().stream()
                .map(entry -> new Known(
                        finding(target.getString("target"), entry.getKey(), (Document) entry.getValue()),
                        instant(determined.getDate(entry.getKey())),
                        instant(byPeople.getDate(entry.getKey()))))
                .toList());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Finding finding(String target, String key, Document document) {
        String[] place = key.replace(':', '.').split("@", 2);
        return new Finding(
                target,
                place[0],
                place.length == 1 ? null : place[1],
                document.getString("observation"),
                document.getBoolean("determined"),
                document.getString("cause"),
                new Observer(document.getString("observer"), Observer.Kind.valueOf(document.getString("observerKind"))),
                document.getDate("observedAt").toInstant(),
                document.getDate("recordedAt").toInstant());
    }
}
