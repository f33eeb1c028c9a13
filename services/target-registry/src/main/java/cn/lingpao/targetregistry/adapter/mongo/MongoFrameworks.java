package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.targetregistry.application.Frameworks;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Framework versions in MongoDB. */
public class MongoFrameworks implements Frameworks {

    public static final String COLLECTION = FrameworkDocument.COLLECTION;

    private final MongoTemplate mongo;
    private final Announcer announcer;

    public MongoFrameworks(MongoTemplate mongo, Announcer announcer) {
        this.mongo = mongo;
        this.announcer = announcer;
    }

    @Override
    public Optional<FrameworkVersion> find(String ref) {
        return Optional.ofNullable(mongo.findById(ref, FrameworkDocument.class)).map(FrameworkDocument::version);
    }

    @Override
    public List<FrameworkVersion> all() {
        Query byRef = new Query().with(Sort.by("_id"));
        return mongo.find(byRef, FrameworkDocument.class).stream()
                .map(FrameworkDocument::version)
                .toList();
    }

    @Override
    public boolean add(FrameworkVersion version) {
        try {
            mongo.insert(FrameworkDocument.of(version));
        } catch (DuplicateKeyException taken) {
            return false;
        }
        announcer.announce(List.of(version.ref()));
        return true;
    }
}
