package cn.lingpao.evidencereview.config;

import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.evidencereview.adapter.http.ReviewLimits;
import cn.lingpao.evidencereview.adapter.kafka.KafkaProjection;
import cn.lingpao.evidencereview.adapter.kafka.ObservationListener;
import cn.lingpao.evidencereview.adapter.kafka.ReferenceRegistry;
import cn.lingpao.evidencereview.adapter.mongo.MongoCells;
import cn.lingpao.evidencereview.adapter.mongo.MongoFallbacks;
import cn.lingpao.evidencereview.application.AskAboutMachines;
import cn.lingpao.evidencereview.application.AskTheReview;
import cn.lingpao.evidencereview.application.Cells;
import cn.lingpao.evidencereview.application.Decide;
import cn.lingpao.evidencereview.application.Fallbacks;
import cn.lingpao.evidencereview.application.Projection;
import cn.lingpao.evidencereview.application.Registry;
import cn.lingpao.evidencereview.application.TakeObservations;
import cn.lingpao.evidencereview.application.WatchMachines;
import cn.lingpao.servicesupport.DoorConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@Import({EventingConfiguration.class, DoorConfiguration.class})
@EnableConfigurationProperties(ReviewProperties.class)
class ReviewConfiguration {

    private static final String SOURCE = "/evidence-review";

    @Bean
    OutboxRelay verdictRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoCells.COLLECTION, SOURCE, meters);
    }

    @Bean
    Cells cells(MongoTemplate mongo, OutboxRelay verdictRelay) {
        MongoCells cells = new MongoCells(mongo, verdictRelay);
        cells.prepare();
        return cells;
    }

    @Bean
    OutboxRelay fallbackRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoFallbacks.COLLECTION, SOURCE, meters);
    }

    @Bean
    Fallbacks fallbacks(MongoTemplate mongo, OutboxRelay fallbackRelay) {
        MongoFallbacks fallbacks = new MongoFallbacks(mongo, fallbackRelay);
        fallbacks.prepare();
        return fallbacks;
    }

    @Bean
    WatchMachines watchMachines(Cells cells, Fallbacks fallbacks, Registry registry, Clock clock) {
        return new WatchMachines(cells, fallbacks, registry, clock);
    }

    @Bean
    AskAboutMachines askAboutMachines(Registry registry, Cells cells, Fallbacks fallbacks) {
        return new AskAboutMachines(registry, cells, fallbacks);
    }

    @Bean
    ApplicationRunner resumption(WatchMachines watchMachines) {
        return arguments -> watchMachines.resume();
    }

    @Bean
    Registry registry(ReferenceData reference) {
        return new ReferenceRegistry(reference);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    Projection projection(Admin kafkaAdminClient, ReviewProperties properties) {
        return new KafkaProjection(kafkaAdminClient, properties.catchUp(), properties.countAfter());
    }

    @Bean
    TakeObservations takeObservations(Cells cells, Fallbacks fallbacks, Registry registry) {
        return new TakeObservations(cells, fallbacks, registry);
    }

    @Bean
    Decide decide(Projection projection, Registry registry, Cells cells, WatchMachines watchMachines, Clock clock) {
        return new Decide(projection, registry, cells, watchMachines, clock);
    }

    @Bean
    AskTheReview askTheReview(Projection projection, Cells cells) {
        return new AskTheReview(projection, cells);
    }

    @Bean
    ObservationListener observationListener(TakeObservations take, EventCounters counters) {
        return new ObservationListener(take, counters);
    }

    @Bean
    ReviewLimits reviewLimits(ReviewProperties properties) {
        return new ReviewLimits(
                Math.toIntExact(properties.maxRow().toBytes()),
                properties.maxRows(),
                properties.maxUnfolded().toBytes());
    }
}
