package cn.lingpao.casesubmission.config;

import cn.lingpao.casesubmission.adapter.mongo.Announcer;
import cn.lingpao.casesubmission.adapter.mongo.GridFsFiles;
import cn.lingpao.casesubmission.adapter.mongo.MongoCases;
import cn.lingpao.casesubmission.adapter.reference.ReferenceAssessments;
import cn.lingpao.casesubmission.application.Assessments;
import cn.lingpao.casesubmission.application.AwardCase;
import cn.lingpao.casesubmission.application.Cases;
import cn.lingpao.casesubmission.application.Files;
import cn.lingpao.casesubmission.application.SubmitCase;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.eventing.OutboxRelay;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.servicesupport.DoorConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The beans of the service. */
@Configuration(proxyBeanMethods = false)
@Import({DoorConfiguration.class, EventingConfiguration.class})
@EnableConfigurationProperties(CaseProperties.class)
class CaseConfiguration {

    private static final String SOURCE = "/case-submission";

    @Bean
    OutboxRelay caseRelay(MongoTemplate mongo, EventPublisher publisher, MeterRegistry meters) {
        return new OutboxRelay(mongo, publisher, MongoCases.COLLECTION, SOURCE, meters);
    }

    @Bean
    MongoCases cases(MongoTemplate mongo, OutboxRelay caseRelay, CaseProperties properties) {
        return new MongoCases(mongo, new Announcer(caseRelay, properties.announcePatience()));
    }

    @Bean
    GridFsFiles files(MongoTemplate mongo) {
        return new GridFsFiles(mongo);
    }

    @Bean
    ReferenceAssessments assessments(ReferenceData referenceData) {
        return new ReferenceAssessments(referenceData);
    }

    @Bean
    SubmitCase submitCase(Assessments assessments, Cases cases, Files files, CaseProperties properties, Clock clock) {
        return new SubmitCase(assessments, cases, files, properties.limits(), clock);
    }

    @Bean
    AwardCase awardCase(Assessments assessments, Cases cases, Clock clock) {
        return new AwardCase(assessments, cases, clock);
    }
}
