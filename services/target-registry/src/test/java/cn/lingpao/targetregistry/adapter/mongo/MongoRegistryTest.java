package cn.lingpao.targetregistry.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.targetregistry.application.Campaigns;
import cn.lingpao.targetregistry.application.Frameworks;
import cn.lingpao.targetregistry.application.Participations;
import cn.lingpao.targetregistry.application.RegistryKit;
import cn.lingpao.targetregistry.application.Targets;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.Campaigns2021;
import cn.lingpao.targetregistry.domain.Target;
import cn.lingpao.testsupport.EachStore;
import cn.lingpao.testsupport.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@EachStore
class MongoRegistryTest extends RegistryKit {

    private static final Instant NOW = Instant.parse("2021-09-01T02:03:04Z");

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

    MongoRegistryTest(Store store) {
        this.mongo = store.template();
    }

    @Test
    void the_event_of_a_change_is_published_and_leaves_the_outbox() {
        Campaign campaign = Campaign.opened(Campaigns2021.campaign("facts", TimeBasis.RECORDED), NOW);

        campaigns().save(campaign);

        assertThat(published).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("campaign/facts#1");
            assertThat(event.source()).isEqualTo("/target-registry");
            assertThat(event.data()).isInstanceOfSatisfying(CampaignDefined.class, defined -> {
                assertThat(defined.phases().getFirst().from()).isEqualTo("2021-08-26");
                assertThat(defined.lists().getFirst().top()).isEqualTo(20);
                assertThat(defined.invented()).isTrue();
            });
        });
        assertThat(outbox("campaigns", "facts")).isEmpty();
    }

    @Test
    void while_kafka_is_away_events_wait_in_order_and_are_published_by_the_sweep() {
        kafkaAway.set(true);
        Target first = Target.registered("away", "t", Campaigns2021.place("甲"));
        assertThat(targets().save("away", List.of(first))).isEmpty();
        assertThat(targets().save("away", List.of(first.changed(Campaigns2021.place("乙")))))
                .isEmpty();
        assertThat(outbox("targets", "away/t")).hasSize(2);

        kafkaAway.set(false);
        relay("targets").sweep();

        assertThat(published).extracting(Event::id).containsExactly("target/away/t#1", "target/away/t#2");
        assertThat(published)
                .extracting(event -> ((TargetRegistered) event.data()).sequence())
                .containsExactly(1L, 2L);
        assertThat(outbox("targets", "away/t")).isEmpty();
    }

    private List<Document> outbox(String collection, String id) {
        Document stored = mongo.findById(id, Document.class, collection);
        assertThat(stored).isNotNull();
        return stored.getList("outbox", Document.class);
    }

    private OutboxRelay relay(String collection) {
        return new OutboxRelay(mongo, publisher, collection, "/target-registry", new SimpleMeterRegistry());
    }

    private Announcer announcer(String collection) {
        return new Announcer(relay(collection), Duration.ofSeconds(20));
    }

    @Override
    protected Frameworks frameworks() {
        return new MongoFrameworks(mongo, announcer("frameworks"));
    }

    @Override
    protected Campaigns campaigns() {
        return new MongoCampaigns(mongo, announcer("campaigns"));
    }

    @Override
    protected Targets targets() {
        return new MongoTargets(mongo, announcer("targets"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    protected Participations participations() {
        return new MongoParticipations(mongo);
    }
}
