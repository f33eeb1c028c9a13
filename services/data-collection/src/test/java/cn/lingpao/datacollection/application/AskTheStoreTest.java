package cn.lingpao.datacollection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.application.plan.InMemoryFindings;
import org.junit.jupiter.api.Test;

class AskTheStoreTest {

    @Test
    void counting_what_has_settled_follows_the_log_first() {
        FakeProjection projection = new FakeProjection();
        AskTheStore store = new AskTheStore(
                projection, new InMemoryObservations(), new InMemoryFindings(), new InMemoryRejections());
        store.progress("c", false);
        assertThat(projection.followed).isZero();
        store.progress("c", true);
        assertThat(projection.followed).isEqualTo(1);
    }
}
