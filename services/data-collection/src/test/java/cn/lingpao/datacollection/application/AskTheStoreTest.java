package cn.lingpao.datacollection.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskTheStoreTest {

    @Test
    void counting_follows_the_log_first() {
        FakeProjection projection = new FakeProjection();
        AskTheStore store = new AskTheStore(projection, new InMemoryObservations(), new InMemoryRejections());
        assertThat(store.progress("c")).isEqualTo(new Progress(0, 0, 0));
        assertThat(projection.followed).isEqualTo(1);
    }
}
