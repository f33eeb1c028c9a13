package cn.lingpao.casesubmission.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.casesubmission.application.CaseKit;
import cn.lingpao.casesubmission.application.Cases;
import cn.lingpao.casesubmission.application.Files;
import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.Examples;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoCasesTest extends CaseKit {

    private final List<Event<?>> published = new CopyOnWriteArrayList<>();
    private final AtomicBoolean kafkaAway = new AtomicBoolean();
    private final EventPublisher publisher = events -> {
        if (kafkaAway.get()) {
            return CompletableFuture.failedFuture(new IllegalStateException("Kafka is away"));
        }
        published.addAll(events);
        return CompletableFuture.completedFuture(null);
    };
    private final MongoTemplate mongo;

    MongoCasesTest(Store store) {
        this.mongo = store.template();
    }

    @Test
    void awards_are_told_in_order_though_kafka_was_away() {
        InnovationCase submitted =
                new InnovationCase("told", "told", Examples.form("掌上办"), List.of(), Examples.SUBMISSION, null);
        cases().add(submitted);
        kafkaAway.set(true);
        assertThat(cases().award(submitted.awarded(award("2.5", 1)))).isTrue();
        assertThat(cases().award(submitted.awarded(award("0", 2)))).isTrue();

        kafkaAway.set(false);
        relay().sweep();

        assertThat(published).extracting(Event::id).containsExactly("award/told#1", "award/told#2");
        assertThat(published.getFirst().data()).isInstanceOfSatisfying(CaseAwarded.class, event -> {
            assertThat(event.points()).isEqualByComparingTo("2.5");
            assertThat(event.caseType()).isEqualTo("mobile-service");
            assertThat(event.groupId()).isEqualTo("city");
            assertThat(event.targetId()).isEqualTo("yun");
        });
    }

    private OutboxRelay relay() {
        return new OutboxRelay(mongo, publisher, "cases", "/case-submission", new SimpleMeterRegistry());
    }

    private static Award award(String points, long sequence) {
        return new Award(new BigDecimal(points), "city", "judge", null, Examples.JUDGING, sequence);
    }

    @Override
    protected Cases cases() {
        return new MongoCases(mongo, new Announcer(relay(), Duration.ofSeconds(20)));
    }

    @Override
    protected Files files() {
        return new GridFsFiles(mongo);
    }
}
