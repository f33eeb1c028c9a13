package cn.lingpao.publication.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.publication.application.Releases;
import cn.lingpao.publication.application.ReleasesKit;
import cn.lingpao.publication.domain.Composition;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.Samples;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoReleasesTest extends ReleasesKit {

    private final Store store;
    private final List<Collection<String>> relayed = new ArrayList<>();

    MongoReleasesTest(Store store) {
        this.store = store;
    }

    @Override
    protected Releases fresh() {
        return new MongoReleases(Templates.empty(store), relayed::add);
    }

    @Test
    void the_event_is_written_with_the_release_and_relayed_after_it() {
        MongoTemplate mongo = Templates.empty(store);
        Releases releases = new MongoReleases(mongo, relayed::add);
        Release.Act act = new Release.Act(Instant.parse("2021-12-10T02:00:00Z"), "publisher", null, null);
        releases.add(Release.of(Samples.snapshot(), Composition.compose(Samples.snapshot()), 1, act));
        Document stored =
                mongo.findAll(Document.class, MongoReleases.COLLECTION).getFirst();
        assertThat(stored.getList("outbox", Document.class))
                .extracting(entry -> entry.getString("type"))
                .containsExactly("cn.lingpao.publication.release-published.v1");
        assertThat(relayed).containsExactly(List.of("sample-2021/1"));
    }
}
