package cn.lingpao.casesubmission.adapter.mongo;

import cn.lingpao.casesubmission.application.Cases;
import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.Text;
import cn.lingpao.eventing.OutboxEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Cases in MongoDB, each award guarded by the sequence it follows. */
public class MongoCases implements Cases {

    public static final String COLLECTION = CaseDocument.COLLECTION;

    private final MongoTemplate mongo;
    private final Announcer announcer;

    public MongoCases(MongoTemplate mongo, Announcer announcer) {
        this.mongo = mongo;
        this.announcer = announcer;
        mongo.indexOps(CaseDocument.class).createIndex(new Index("campaignId", Sort.Direction.ASC));
    }

    @Override
    public Optional<InnovationCase> find(String caseId) {
        return Optional.ofNullable(mongo.findById(caseId, CaseDocument.class)).map(CaseDocument::innovationCase);
    }

    @Override
    public List<InnovationCase> of(String campaignId) {
        Query ofCampaign = ofCampaign(campaignId).with(Sort.by("submittedAt").and(Sort.by("_id")));
        return mongo.find(ofCampaign, CaseDocument.class).stream()
                .map(CaseDocument::innovationCase)
                .toList();
    }

    @Override
    public Count count(String campaignId) {
        Query awarded = ofCampaign(campaignId)
                .addCriteria(Criteria.where("award.positive").is(true));
        return new Count(
                mongo.count(ofCampaign(campaignId), CaseDocument.class), mongo.count(awarded, CaseDocument.class));
    }

    @Override
    public boolean add(InnovationCase submitted) {
        try {
            mongo.insert(CaseDocument.of(submitted));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public boolean award(InnovationCase awarded) {
        Award award = awarded.award();
        if (award == null) {
            throw new IllegalArgumentException("case " + awarded.id() + " has no award to store");
        }
        Query stored = Query.query(
                Criteria.where("_id").is(awarded.id()).and("awardSequence").is(award.sequence() - 1));
        Update update = new Update()
                .set("awardSequence", award.sequence())
                .set("award", CaseDocument.Decided.of(award))
                .push("outbox", fact(awarded, award));
        boolean saved = mongo.updateFirst(stored, update, CaseDocument.class).getModifiedCount() == 1;
        if (saved) {
            announcer.announce(awarded.id());
        }
        return saved;
    }

    private static OutboxEntry fact(InnovationCase awarded, Award award) {
        CaseAwarded event = new CaseAwarded(
                awarded.id(),
                awarded.campaignId(),
                awarded.form().targetId(),
                award.groupId(),
                award.sequence(),
                awarded.form().countedType(),
                new Text(awarded.form().title(), awarded.form().title()),
                award.points(),
                award.awardedBy(),
                award.awardedAt());
        return OutboxEntry.of("award/" + awarded.id() + "#" + award.sequence(), award.awardedAt(), event);
    }

    private static Query ofCampaign(String campaignId) {
        return Query.query(Criteria.where("campaignId").is(campaignId));
    }
}
