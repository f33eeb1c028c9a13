package cn.lingpao.evidencereview.adapter.mongo;

import static cn.lingpao.evidencereview.domain.Samples.MET;
import static cn.lingpao.evidencereview.domain.Samples.NOT_MET;
import static cn.lingpao.evidencereview.domain.Samples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.evidencereview.application.Cells;
import cn.lingpao.evidencereview.application.CellsKit;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoCellsTest extends CellsKit {

    private final List<String> told = new ArrayList<>();
    private final MongoTemplate mongo;
    private final OutboxRelay relay;
    private final MongoCells cells;
    private boolean brokerIsDown;

    MongoCellsTest(Store store) {
        mongo = store.template();
        relay = new OutboxRelay(
                mongo, publisher(), MongoCells.COLLECTION, "/evidence-review", new SimpleMeterRegistry());
        cells = new MongoCells(mongo, relay);
        cells.prepare();
    }

    private EventPublisher publisher() {
        return events -> {
            if (brokerIsDown) {
                return CompletableFuture.failedFuture(new IllegalStateException("broker gone"));
            }
            events.forEach(event -> told.add(event.id()));
            return CompletableFuture.completedFuture(null);
        };
    }

    @Test
    void a_verdict_that_could_not_be_told_waits_and_later_ones_come_after_it() {
        brokerIsDown = true;
        CellId id = new CellId("outage", "t", "p");
        Cell first = Cell.unseen(id, "provincial", ReviewMode.NONE).observe(List.of(observation("o1", MET, 1)));
        assertThat(cells.save(List.of(first))).isEmpty();
        Cell second = cells.load(List.of(id)).get(id).observe(List.of(observation("o2", NOT_MET, 2)));
        assertThat(cells.save(List.of(second))).isEmpty();
        assertThat(told).isEmpty();
        brokerIsDown = false;
        relay.sweep();
        assertThat(told).containsExactly("outage/t/p#1", "outage/t/p#2");
        relay.sweep();
        assertThat(told).hasSize(2);
    }

    @Override
    protected Cells cells() {
        return cells;
    }

    @Override
    protected List<String> told() {
        return told;
    }
}
