package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.targetregistry.application.Campaigns;
import cn.lingpao.targetregistry.domain.Campaign;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Campaigns in MongoDB, each change guarded by the sequence it follows. */
public class MongoCampaigns implements Campaigns {

    public static final String COLLECTION = CampaignDocument.COLLECTION;

    private final MongoTemplate mongo;
    private final Announcer announcer;

    public MongoCampaigns(MongoTemplate mongo, Announcer announcer) {
        this.mongo = mongo;
        this.announcer = announcer;
    }

    @Override
    public Optional<Campaign> find(String id) {
        return Optional.ofNullable(mongo.findById(id, CampaignDocument.class)).map(CampaignDocument::campaign);
    }

    @Override
    public List<Campaign> all() {
        return mongo.find(new Query().with(Sort.by("_id")), CampaignDocument.class).stream()
                .map(CampaignDocument::campaign)
                .toList();
    }

    @Override
    public boolean save(Campaign next) {
        boolean saved = next.sequence() == 1 ? insert(next) : replace(next);
        if (saved) {
            announcer.announce(List.of(next.id()));
        }
        return saved;
    }

    private boolean insert(Campaign campaign) {
        try {
            mongo.insert(CampaignDocument.of(campaign));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private boolean replace(Campaign next) {
        CampaignDocument document = CampaignDocument.of(next);
        Update update = new Update()
                .set("sequence", document.sequence())
                .set("definedAt", document.definedAt())
                .set("definition", document.definition());
        document.outbox().forEach(entry -> update.push("outbox", entry));
        Query stored =
                Query.query(Criteria.where("_id").is(next.id()).and("sequence").is(next.sequence() - 1));
        return mongo.updateFirst(stored, update, CampaignDocument.class).getModifiedCount() == 1;
    }
}
