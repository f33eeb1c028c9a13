package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.targetregistry.application.Targets;
import cn.lingpao.targetregistry.domain.Target;
import com.mongodb.bulk.BulkWriteResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Targets in MongoDB; many are written in one bulk, each guarded by the sequence it follows. */
public class MongoTargets implements Targets {

    public static final String COLLECTION = TargetDocument.COLLECTION;

    private final MongoTemplate mongo;
    private final Announcer announcer;
    private final Clock clock;

    public MongoTargets(MongoTemplate mongo, Announcer announcer, Clock clock) {
        this.mongo = mongo;
        this.announcer = announcer;
        this.clock = clock;
        mongo.indexOps(TargetDocument.class).createIndex(new Index("campaignId", Sort.Direction.ASC));
    }

    @Override
    public Optional<Target> find(String campaignId, String targetId) {
        return Optional.ofNullable(mongo.findById(TargetDocument.id(campaignId, targetId), TargetDocument.class))
                .map(TargetDocument::target);
    }

    @Override
    public List<Target> of(String campaignId) {
        Query members = Query.query(Criteria.where("campaignId").is(campaignId)).with(Sort.by("targetId"));
        return mongo.find(members, TargetDocument.class).stream()
                .map(TargetDocument::target)
                .toList();
    }

    @Override
    public Set<String> groupsInUse(String campaignId) {
        Query members = Query.query(Criteria.where("campaignId").is(campaignId));
        return new TreeSet<>(mongo.findDistinct(members, "details.groupId", TargetDocument.class, String.class));
    }

    @Override
    public Set<String> save(String campaignId, Collection<Target> next) {
        Instant now = clock.instant();
        BulkOperations bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, TargetDocument.class);
        for (Target target : next) {
            if (target.sequence() == 1) {
                bulk.upsert(byId(target), creation(target, now));
            } else {
                bulk.updateOne(following(target), change(target, now));
            }
        }
        BulkWriteResult result = bulk.execute();
        int written = result.getUpserts().size() + result.getModifiedCount();
        Set<String> late = written == next.size() ? Set.of() : notStored(campaignId, next);
        announcer.announce(next.stream()
                .filter(target -> !late.contains(target.id()))
                .map(target -> TargetDocument.id(campaignId, target.id()))
                .toList());
        return late;
    }

    private Set<String> notStored(String campaignId, Collection<Target> wanted) {
        Set<Target> stored = new HashSet<>(of(campaignId));
        Set<String> missing = new TreeSet<>();
        wanted.stream()
                .filter(target -> !stored.contains(target))
                .map(Target::id)
                .forEach(missing::add);
        return missing;
    }

    private static Query byId(Target target) {
        return Query.query(Criteria.where("_id").is(TargetDocument.id(target.campaignId(), target.id())));
    }

    private static Query following(Target target) {
        return byId(target).addCriteria(Criteria.where("sequence").is(target.sequence() - 1));
    }

    private static Update creation(Target target, Instant now) {
        return new Update()
                .setOnInsert("campaignId", target.campaignId())
                .setOnInsert("targetId", target.id())
                .setOnInsert("sequence", target.sequence())
                .setOnInsert("details", target.details())
                .setOnInsert("outbox", List.of(Facts.of(target, now)));
    }

    private static Update change(Target target, Instant now) {
        return new Update()
                .set("sequence", target.sequence())
                .set("details", target.details())
                .push("outbox", Facts.of(target, now));
    }
}
