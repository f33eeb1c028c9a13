package cn.lingpao.targetregistry.config;

import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.targetregistry.adapter.mongo.Announcer;
import cn.lingpao.targetregistry.adapter.mongo.MongoCampaigns;
import cn.lingpao.targetregistry.adapter.mongo.MongoFrameworks;
import cn.lingpao.targetregistry.adapter.mongo.MongoParticipations;
import cn.lingpao.targetregistry.adapter.mongo.MongoTargets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The documents and the relays that publish what they hold. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistryProperties.class)
class StoreConfiguration {

    private static final String SOURCE = "/target-registry";

    @Bean
    OutboxRelay frameworkRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoFrameworks.COLLECTION, SOURCE, meters);
    }

    @Bean
    OutboxRelay campaignRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoCampaigns.COLLECTION, SOURCE, meters);
    }

    @Bean
    OutboxRelay targetRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoTargets.COLLECTION, SOURCE, meters);
    }

    @Bean
    MongoFrameworks frameworks(MongoTemplate mongo, OutboxRelay frameworkRelay, RegistryProperties properties) {
        return new MongoFrameworks(mongo, new Announcer(frameworkRelay, properties.announcePatience()));
    }

    @Bean
    MongoCampaigns campaigns(MongoTemplate mongo, OutboxRelay campaignRelay, RegistryProperties properties) {
        return new MongoCampaigns(mongo, new Announcer(campaignRelay, properties.announcePatience()));
    }

    @Bean
    MongoTargets targets(MongoTemplate mongo, OutboxRelay targetRelay, Clock clock, RegistryProperties properties) {
        return new MongoTargets(mongo, new Announcer(targetRelay, properties.announcePatience()), clock);
    }

    @Bean
    MongoParticipations participations(MongoTemplate mongo) {
        return new MongoParticipations(mongo);
    }
}
