package cn.lingpao.sitecollector.adapter.mongo;

import cn.lingpao.sitecollector.application.Runs;
import cn.lingpao.sitecollector.domain.Run;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** One document a run; a sparse unique index lets a campaign have one that has not ended. */
public final class MongoRuns implements Runs {

    private final MongoTemplate mongo;

    public MongoRuns(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(RunDocument.COLLECTION)
                .createIndex(new Index("active", Sort.Direction.ASC).unique().sparse());
        mongo.indexOps(RunDocument.COLLECTION)
                .createIndex(new Index("campaignId", Sort.Direction.ASC).on("orderedAt", Sort.Direction.DESC));
    }

    @Override
    public boolean add(Run run) {
        try {
            mongo.insert(RunDocument.of(run));
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    @Override
    public void save(Run run) {
        try {
            mongo.save(RunDocument.of(run));
        } catch (DataAccessException away) {
            throw new Away(away);
        }
    }

    @Override
    public Optional<Run> find(String campaignId, String runId) {
        return Optional.ofNullable(mongo.findById(runId, RunDocument.class))
                .map(RunDocument::run)
                .filter(run -> run.campaignId().equals(campaignId));
    }

    @Override
    public List<Run> ofCampaign(String campaignId, int limit) {
        Query newest = Query.query(Criteria.where("campaignId").is(campaignId))
                .with(Sort.by(Sort.Direction.DESC, "orderedAt"))
                .limit(limit);
        return runs(newest);
    }

    @Override
    public Optional<Run> active(String campaignId) {
        return runs(Query.query(Criteria.where("active").is(campaignId))).stream()
                .findFirst();
    }

    @Override
    public List<Run> unfinished() {
        return runs(Query.query(Criteria.where("active").exists(true)).with(Sort.by("orderedAt")));
    }

    private List<Run> runs(Query query) {
        return mongo.find(query, RunDocument.class).stream()
                .map(RunDocument::run)
                .toList();
    }
}
