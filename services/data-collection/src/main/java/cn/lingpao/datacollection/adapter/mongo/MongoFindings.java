package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.plan.Finding;
import cn.lingpao.datacollection.domain.plan.Findings;
import cn.lingpao.datacollection.domain.plan.Findings.Known;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Findings in {@code findings}, one document a target. Documents compare by their fields in order, and a finding begins
 * with its age: the store's {@code $max} keeps the newest, whatever comes in whatever order and however often.
 */
public final class MongoFindings implements NewestFindings {

    private final Records findings;

    public MongoFindings(MongoTemplate mongo) {
        findings = new Records(mongo, "findings");
    }

    /** Creates the indexes that are missing. */
    public void prepare() {
        findings.index("campaign");
    }

    @Override
    public void takeOver(List<Observation> observations) {
        Map<String, Document> updates = new LinkedHashMap<>();
        Map<String, Finding> newest = new HashMap<>();
        for (Observation observation : observations) {
            Finding finding = Finding.of(observation);
            String target = observation.content().campaignId() + "/" + finding.targetId();
            Document update =
                    updates.computeIfAbsent(target, id -> base(observation).append("$max", new Document()));
            String key = key(finding);
            Document greatest = update.get("$max", Document.class);
            if (newest.merge(target + "/" + key, finding, MongoFindings::newer).equals(finding)) {
                greatest.append("newest." + key, document(finding));
            }
            if (finding.determined()) {
                latest(greatest, "determined." + key, finding);
                if (finding.observer().kind() == Observer.Kind.PERSON) {
                    latest(greatest, "byPeople." + key, finding);
                }
            }
        }
        findings.update(updates);
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

    private static void latest(Document greatest, String field, Finding finding) {
        Date recorded = Date.from(finding.recordedAt());
        Date known = greatest.getDate(field);
        greatest.append(field, known == null || recorded.after(known) ? recorded : known);
    }

    private static Document base(Observation observation) {
        return new Document(
                "$setOnInsert",
                new Document("campaign", observation.content().campaignId())
                        .append("target", observation.content().targetId()));
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
        return new Findings(target.get("newest", Document.class).entrySet().stream()
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
