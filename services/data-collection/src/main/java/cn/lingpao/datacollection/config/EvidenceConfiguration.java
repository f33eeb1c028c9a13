package cn.lingpao.datacollection.config;

import cn.lingpao.datacollection.adapter.http.EvidenceLimits;
import cn.lingpao.datacollection.adapter.kafka.ReferenceRegistry;
import cn.lingpao.datacollection.adapter.look.DetectedLooks;
import cn.lingpao.datacollection.adapter.mongo.MongoEvidence;
import cn.lingpao.datacollection.adapter.warc.WarcArchives;
import cn.lingpao.datacollection.application.evidence.Archives;
import cn.lingpao.datacollection.application.evidence.AskTheEvidence;
import cn.lingpao.datacollection.application.evidence.BringEvidence;
import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.evidence.ExportEvidence;
import cn.lingpao.datacollection.application.evidence.TakeApart;
import cn.lingpao.eventing.ReferenceData;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts evidence together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {

    @Bean
    EvidenceStore evidenceStore(MongoTemplate mongo) {
        MongoEvidence evidence = new MongoEvidence(mongo);
        evidence.prepare();
        return evidence;
    }

    @Bean
    Archives archives() {
        return new WarcArchives();
    }

    @Bean
    BringEvidence bringEvidence(
            ReferenceData reference, EvidenceStore evidenceStore, EvidenceProperties properties, Clock clock) {
        return new BringEvidence(
                new ReferenceRegistry(reference), evidenceStore, new DetectedLooks(properties.mostPixels()), clock);
    }

    @Bean
    TakeApart takeApart(BringEvidence bringEvidence, Archives archives) {
        return new TakeApart(bringEvidence, archives);
    }

    @Bean
    AskTheEvidence askTheEvidence(EvidenceStore evidenceStore) {
        return new AskTheEvidence(evidenceStore);
    }

    @Bean
    ExportEvidence exportEvidence(EvidenceStore evidenceStore, Archives archives, Clock clock) {
        return new ExportEvidence(evidenceStore, archives, clock);
    }

    @Bean
    EvidenceLimits evidenceLimits(EvidenceProperties properties) {
        return new EvidenceLimits(properties.maxSize().toBytes());
    }
}
