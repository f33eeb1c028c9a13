package cn.lingpao.sitecollector.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.sitecollector.application.Runs;
import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Order;
import cn.lingpao.sitecollector.domain.Run;
import cn.lingpao.sitecollector.domain.Tally;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoRunsTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Order ORDER = new Order(Set.of("a"), Set.of("https"), true, Order.Trigger.DEMAND, "somebody");

    private final Store store;
    private Runs runs;

    MongoRunsTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void empty() {
        MongoTemplate mongo = new MongoTemplate(store.client(), store.database());
        mongo.getCollectionNames().forEach(mongo::dropCollection);
        runs = new MongoRuns(mongo);
    }

    @Test
    void a_run_is_read_as_it_was_written() {
        Run done = run("1", "c", 0)
                .collecting(Tally.started(3, 1))
                .noticing("no browser")
                .done(new Delivery(1, 2, 3, 4, List.of("no [x]")), AT.plusSeconds(9));
        assertThat(runs.add(run("1", "c", 0))).isTrue();

        runs.save(done);

        assertThat(runs.find("c", "1")).contains(done);
        assertThat(runs.find("other", "1")).isEmpty();
    }

    @Test
    void a_campaign_has_one_run_at_a_time() {
        assertThat(runs.add(run("1", "c", 0))).isTrue();
        assertThat(runs.add(run("2", "c", 1))).isFalse();
        assertThat(runs.add(run("3", "d", 2))).isTrue();
        assertThat(runs.active("c")).contains(run("1", "c", 0));

        runs.save(run("1", "c", 0).failed("broken", AT));

        assertThat(runs.active("c")).isEmpty();
        assertThat(runs.add(run("4", "c", 3))).isTrue();
        assertThat(runs.unfinished()).extracting(Run::id).containsExactly("3", "4");
        assertThat(runs.ofCampaign("c", 10)).extracting(Run::id).containsExactly("4", "1");
        assertThat(runs.ofCampaign("c", 1)).extracting(Run::id).containsExactly("4");
    }

    private static Run run(String id, String campaign, int second) {
        return Run.ordered(id, campaign, ORDER, AT.plusSeconds(second));
    }
}
