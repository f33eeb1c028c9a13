package cn.lingpao.scoring.config;

import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.scoring.adapter.kafka.KafkaVerdictLog;
import cn.lingpao.scoring.adapter.kafka.ScoreListener;
import cn.lingpao.scoring.adapter.mongo.MongoScores;
import cn.lingpao.scoring.adapter.streams.ScoringStreams;
import cn.lingpao.scoring.adapter.streams.StreamsSettings;
import cn.lingpao.scoring.application.CompareMoments;
import cn.lingpao.scoring.application.FindEvidence;
import cn.lingpao.scoring.application.KnownFrameworks;
import cn.lingpao.scoring.application.Scores;
import cn.lingpao.scoring.application.StudyRanking;
import cn.lingpao.scoring.application.VerdictLog;
import cn.lingpao.servicesupport.DoorConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;

/** Puts scoring together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScoringSettings.class)
@Import({EventingConfiguration.class, DoorConfiguration.class})
class ScoringConfiguration {

    @Bean
    ScoringStreams scoringStreams(ScoringSettings settings, KafkaProperties kafka, MeterRegistry registry) {
        StreamsSettings streams = new StreamsSettings(
                settings.applicationId(),
                InstanceId.of(settings.stateDir()),
                settings.stateDir(),
                settings.store(),
                settings.cache().toBytes(),
                settings.threads(),
                settings.commitInterval(),
                settings.transactionTimeout(),
                settings.sessionTimeout(),
                settings.tick(),
                settings.limit());
        return new ScoringStreams(streams, kafka.buildAdminProperties(), registry);
    }

    @Bean
    Scores scores(MongoTemplate mongo) {
        return new MongoScores(mongo);
    }

    @Bean
    KnownFrameworks knownFrameworks(ReferenceData reference) {
        return new KnownFrameworks(reference);
    }

    @Bean
    StudyRanking studyRanking(Scores scores, ReferenceData reference, KnownFrameworks frameworks) {
        return new StudyRanking(scores, reference, frameworks);
    }

    @Bean
    VerdictLog verdictLog(ConsumerFactory<Object, Object> consumers) {
        return new KafkaVerdictLog(consumers.getConfigurationProperties());
    }

    @Bean
    FindEvidence findEvidence(VerdictLog log) {
        return new FindEvidence(log);
    }

    @Bean
    CompareMoments compareMoments(VerdictLog log, ReferenceData reference, KnownFrameworks frameworks) {
        return new CompareMoments(log, reference, frameworks);
    }

    @Bean
    ScoreListener scoreListener(Scores scores, EventCounters counters, ScoringSettings settings) {
        return new ScoreListener(scores, counters, InstanceId.of(settings.stateDir()));
    }
}
