package cn.lingpao.evidencereview.adapter.mongo;

import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.evidencereview.application.Fallbacks;
import cn.lingpao.evidencereview.application.FallbacksKit;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoFallbacksTest extends FallbacksKit {

    private final List<String> told = new ArrayList<>();
    private final MongoFallbacks fallbacks;

    MongoFallbacksTest(Store store) {
        MongoTemplate mongo = store.template();
        EventPublisher publisher = events -> {
            events.forEach(event -> told.add(event.id()));
            return CompletableFuture.completedFuture(null);
        };
        fallbacks = new MongoFallbacks(
                mongo,
                new OutboxRelay(
                        mongo, publisher, MongoFallbacks.COLLECTION, "/evidence-review", new SimpleMeterRegistry()));
        fallbacks.prepare();
    }

    @Override
    protected Fallbacks fallbacks() {
        return fallbacks;
    }

    @Override
    protected List<String> told() {
        return told;
    }
}
