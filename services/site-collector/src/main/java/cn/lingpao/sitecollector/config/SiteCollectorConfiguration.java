package cn.lingpao.sitecollector.config;

import cn.lingpao.collectorclient.CollectorClient;
import cn.lingpao.collectorclient.Credentials;
import cn.lingpao.collectorclient.Patience;
import cn.lingpao.collectorclient.Platform;
import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.servicesupport.DoorConfiguration;
import cn.lingpao.sitecollector.adapter.inspection.FolderVisits;
import cn.lingpao.sitecollector.adapter.intake.HttpIntake;
import cn.lingpao.sitecollector.adapter.mongo.MongoRuns;
import cn.lingpao.sitecollector.adapter.reference.ReferenceRegistry;
import cn.lingpao.sitecollector.application.CancelRun;
import cn.lingpao.sitecollector.application.CarryOut;
import cn.lingpao.sitecollector.application.Intake;
import cn.lingpao.sitecollector.application.OrderRun;
import cn.lingpao.sitecollector.application.Registry;
import cn.lingpao.sitecollector.application.RunQueue;
import cn.lingpao.sitecollector.application.Runs;
import cn.lingpao.sitecollector.application.StartDueRuns;
import cn.lingpao.sitecollector.application.Visits;
import cn.lingpao.sitecollector.domain.Errands;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@Import({EventingConfiguration.class, DoorConfiguration.class, Schedule.class})
@EnableConfigurationProperties(SiteCollectorProperties.class)
class SiteCollectorConfiguration {

    @Bean
    Registry registry(ReferenceData reference) {
        return new ReferenceRegistry(reference);
    }

    @Bean
    Runs runs(MongoTemplate mongo) {
        return new MongoRuns(mongo);
    }

    @Bean
    Visits visits(SiteCollectorProperties properties) {
        return new FolderVisits(Settings.of(properties));
    }

    @Bean
    Intake intake(SiteCollectorProperties properties) {
        Credentials credentials = Credentials.of(properties.issuer(), properties.client(), properties.secret());
        Platform platform = new Platform(properties.intake(), credentials, Patience.of(properties.patience()));
        return new HttpIntake(new CollectorClient(platform, Errands.COLLECTOR));
    }

    @Bean
    CarryOut carryOut(Registry registry, Runs runs, Visits visits, Intake intake, Clock clock) {
        return new CarryOut(registry, runs, visits, intake, clock);
    }

    @Bean
    RunQueue runQueue(CarryOut carryOut, Runs runs, SiteCollectorProperties properties, MeterRegistry meters) {
        return new RunQueue(carryOut, runs, properties.pause(), new MeteredRuns(meters));
    }

    @Bean
    OrderRun orderRun(Registry registry, Runs runs, RunQueue queue, Clock clock) {
        return new OrderRun(
                registry, runs, queue, clock, () -> UUID.randomUUID().toString());
    }

    @Bean
    CancelRun cancelRun(Runs runs, RunQueue queue) {
        return new CancelRun(runs, queue);
    }

    @Bean
    StartDueRuns startDueRuns(Registry registry, OrderRun orderRun) {
        return new StartDueRuns(registry, orderRun);
    }
}
