package cn.lingpao.datacollection.config;

import cn.lingpao.datacollection.adapter.kafka.ReferencePlans;
import cn.lingpao.datacollection.adapter.mongo.MongoFindings;
import cn.lingpao.datacollection.adapter.mongo.MongoHolds;
import cn.lingpao.datacollection.application.plan.AskForTasks;
import cn.lingpao.datacollection.application.plan.AskThePlan;
import cn.lingpao.datacollection.application.plan.Boards;
import cn.lingpao.datacollection.application.plan.HandleTasks;
import cn.lingpao.datacollection.application.plan.Holds;
import cn.lingpao.datacollection.application.plan.Margin;
import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.eventing.ReferenceData;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the plan and its tasks together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanProperties.class)
class PlanConfiguration {

    @Bean
    NewestFindings newestFindings(MongoTemplate mongo) {
        MongoFindings findings = new MongoFindings(mongo);
        findings.prepare();
        return findings;
    }

    @Bean
    Holds holds(MongoTemplate mongo) {
        MongoHolds holds = new MongoHolds(mongo);
        holds.prepare();
        return holds;
    }

    @Bean
    Boards boards(
            ReferenceData reference, NewestFindings findings, Holds holds, PlanProperties properties, Clock clock) {
        return new Boards(
                new ReferencePlans(reference), findings, holds, new Margin(properties.escalateBefore()), clock);
    }

    @Bean
    AskThePlan askThePlan(Boards boards) {
        return new AskThePlan(boards);
    }

    @Bean
    AskForTasks askForTasks(Boards boards) {
        return new AskForTasks(boards);
    }

    @Bean
    HandleTasks handleTasks(Boards boards, Holds holds, Clock clock) {
        return new HandleTasks(boards, holds, clock);
    }
}
