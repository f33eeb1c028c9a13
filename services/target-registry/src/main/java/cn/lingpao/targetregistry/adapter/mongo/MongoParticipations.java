package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.targetregistry.application.Participations;
import cn.lingpao.targetregistry.domain.Participation;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Applications to take part in MongoDB. */
public class MongoParticipations implements Participations {

    private final MongoTemplate mongo;

    public MongoParticipations(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(ParticipationDocument.class).createIndex(new Index("campaignId", Sort.Direction.ASC));
    }

    @Override
    public Optional<Participation> find(String campaignId, String participationId) {
        return Optional.ofNullable(mongo.findById(participationId, ParticipationDocument.class))
                .filter(document -> document.campaignId().equals(campaignId))
                .map(ParticipationDocument::participation);
    }

    @Override
    public List<Participation> of(String campaignId) {
        Query ofCampaign = Query.query(Criteria.where("campaignId").is(campaignId))
                .with(Sort.by("appliedAt").and(Sort.by("_id")));
        return mongo.find(ofCampaign, ParticipationDocument.class).stream()
                .map(ParticipationDocument::participation)
                .toList();
    }

    @Override
    public boolean add(Participation participation) {
        try {
            mongo.insert(ParticipationDocument.of(participation));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public boolean decide(Participation participation) {
        Query pending = Query.query(
                Criteria.where("_id").is(participation.id()).and("accepted").exists(false));
        Update decision = new Update()
                .set("accepted", ParticipationDocument.of(participation).accepted());
        return mongo.updateFirst(pending, decision, ParticipationDocument.class).getModifiedCount() == 1;
    }
}
