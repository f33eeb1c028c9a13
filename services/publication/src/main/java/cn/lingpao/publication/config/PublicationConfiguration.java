package cn.lingpao.publication.config;

import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.publication.adapter.mongo.MongoReleases;
import cn.lingpao.publication.adapter.mongo.MongoScores;
import cn.lingpao.publication.application.CreateRelease;
import cn.lingpao.publication.application.ReadReleases;
import cn.lingpao.publication.application.Registry;
import cn.lingpao.publication.application.Releases;
import cn.lingpao.publication.application.Scores;
import cn.lingpao.servicesupport.DoorConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the use cases to their adapters. */
@Configuration(proxyBeanMethods = false)
@Import({EventingConfiguration.class, DoorConfiguration.class})
public class PublicationConfiguration implements WebMvcConfigurer {

    /** Anyone may read results from any site. */
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        open(registry, "/api/v1/public/**");
        open(registry, "/v3/api-docs/**");
    }

    private static void open(CorsRegistry registry, String paths) {
        registry.addMapping(paths)
                .allowedOrigins("*")
                .allowedMethods("GET", "HEAD")
                .exposedHeaders("ETag", "Content-Location");
    }

    @Bean
    Scores scores(MongoTemplate mongo) {
        return new MongoScores(mongo);
    }

    @Bean
    OutboxRelay releaseRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoReleases.COLLECTION, "/publication", meters);
    }

    @Bean
    Releases releases(MongoTemplate mongo, OutboxRelay releaseRelay) {
        return new MongoReleases(mongo, releaseRelay::relay);
    }

    @Bean
    CreateRelease createRelease(Registry registry, Scores scores, Releases releases, Clock clock) {
        return new CreateRelease(registry, scores, releases, clock);
    }

    @Bean
    ReadReleases readReleases(Releases releases) {
        return new ReadReleases(releases);
    }
}
