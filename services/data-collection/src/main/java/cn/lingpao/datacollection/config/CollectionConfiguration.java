package cn.lingpao.datacollection.config;

import cn.lingpao.datacollection.adapter.http.IntakeLimits;
import cn.lingpao.datacollection.adapter.kafka.KafkaIntakeLog;
import cn.lingpao.datacollection.adapter.kafka.KafkaProjection;
import cn.lingpao.datacollection.adapter.kafka.LogListener;
import cn.lingpao.datacollection.adapter.kafka.ReferenceRegistry;
import cn.lingpao.datacollection.adapter.kafka.SubmissionListener;
import cn.lingpao.datacollection.adapter.mongo.MongoObservations;
import cn.lingpao.datacollection.adapter.mongo.MongoRejections;
import cn.lingpao.datacollection.application.AskTheStore;
import cn.lingpao.datacollection.application.CollectObservations;
import cn.lingpao.datacollection.application.FollowTheLog;
import cn.lingpao.datacollection.application.InFlight;
import cn.lingpao.datacollection.application.Intake;
import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.Projection;
import cn.lingpao.datacollection.application.Rejections;
import cn.lingpao.datacollection.application.RightOfWay;
import cn.lingpao.datacollection.application.Tally;
import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.servicesupport.DoorConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@Import({EventingConfiguration.class, DoorConfiguration.class})
@EnableConfigurationProperties(CollectionProperties.class)
class CollectionConfiguration {

    @Bean
    Observations observations(MongoTemplate mongo) {
        MongoObservations observations = new MongoObservations(mongo);
        observations.prepare();
        return observations;
    }

    @Bean
    Rejections rejections(MongoTemplate mongo) {
        MongoRejections rejections = new MongoRejections(mongo);
        rejections.prepare();
        return rejections;
    }

    @Bean
    InFlight inFlight(CollectionProperties properties, MeterRegistry meters) {
        InFlight inFlight = new InFlight(properties.inFlight());
        meters.gauge("lingpao.observations.in.flight", inFlight, InFlight::size);
        return inFlight;
    }

    @Bean
    RightOfWay rightOfWay(InFlight inFlight, CollectionProperties properties) {
        return new RightOfWay(properties.giveWay(), inFlight::isNearlyFull);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    Projection projection(Admin kafkaAdminClient, CollectionProperties properties) {
        return new KafkaProjection(kafkaAdminClient, properties.catchUp());
    }

    @Bean
    Intake intake(
            Observations observations,
            NewestFindings findings,
            Rejections rejections,
            EventPublisher publisher,
            InFlight inFlight) {
        return new Intake(observations, findings, rejections, new KafkaIntakeLog(publisher), inFlight);
    }

    @Bean
    Tally tally(MeterRegistry meters) {
        return new MeteredTally(meters);
    }

    @Bean
    CollectObservations collectObservations(
            Projection projection,
            ReferenceData reference,
            Intake intake,
            RightOfWay rightOfWay,
            Tally tally,
            Clock clock) {
        return new CollectObservations(projection, new ReferenceRegistry(reference), intake, rightOfWay, tally, clock);
    }

    @Bean
    FollowTheLog followTheLog(
            Observations observations,
            Rejections rejections,
            EvidenceStore evidence,
            NewestFindings findings,
            InFlight inFlight,
            RightOfWay rightOfWay,
            @Qualifier("writers") ExecutorService writers) {
        return new FollowTheLog(observations, rejections, evidence, findings, inFlight, rightOfWay, writers);
    }

    @Bean(defaultCandidate = false)
    ExecutorService writers() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    AskTheStore askTheStore(
            Projection projection, Observations observations, NewestFindings findings, Rejections rejections) {
        return new AskTheStore(projection, observations, findings, rejections);
    }

    @Bean
    LogListener logListener(FollowTheLog follow, EventCounters counters) {
        return new LogListener(follow, counters);
    }

    @Bean
    SubmissionListener submissionListener(CollectObservations collect, EventCounters counters) {
        return new SubmissionListener(collect, counters);
    }

    @Bean
    IntakeLimits intakeLimits(CollectionProperties properties) {
        return new IntakeLimits(
                Math.toIntExact(properties.maxRow().toBytes()),
                properties.maxRows(),
                properties.maxUnfolded().toBytes());
    }
}
