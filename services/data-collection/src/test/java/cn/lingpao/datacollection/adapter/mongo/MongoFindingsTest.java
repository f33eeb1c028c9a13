package cn.lingpao.datacollection.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.application.plan.NewestFindingsKit;
import cn.lingpao.datacollection.domain.plan.Plans2021;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoFindingsTest extends NewestFindingsKit {

    private final MongoTemplate template;
    private final MongoFindings mongo;

    MongoFindingsTest(Store store) {
        template = store.template();
        mongo = new MongoFindings(template);
        mongo.prepare();
    }

    @Override
    protected NewestFindings findings() {
        return mongo;
    }

    @Test
    void what_an_earlier_version_kept_of_covered_check_points_is_taken_over() {
        template.getCollection("coverage")
                .insertMany(List.of(
                        new Document("_id", "old/t")
                                .append("campaign", "old")
                                .append("target", "t")
                                .append("checkPoints", List.of("p", "q"))
                                .append("latest", Date.from(Plans2021.OBSERVED)),
                        new Document("_id", "old/u")
                                .append("campaign", "old")
                                .append("target", "u")
                                .append("checkPoints", List.of("p"))));
        mongo.prepare();
        mongo.prepare();

        assertThat(mongo.cells("old")).isEqualTo(3);
        assertThat(mongo.of("old", "t")).containsOnlyKeys("t");
        assertThat(template.collectionExists("coverage")).isFalse();
    }
}
