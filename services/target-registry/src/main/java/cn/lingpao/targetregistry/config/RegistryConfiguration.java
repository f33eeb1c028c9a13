package cn.lingpao.targetregistry.config;

import cn.lingpao.eventing.EventingConfiguration;
import cn.lingpao.servicesupport.DoorConfiguration;
import cn.lingpao.targetregistry.adapter.csv.CsvTargets;
import cn.lingpao.targetregistry.adapter.methodology.MethodologyFrameworks;
import cn.lingpao.targetregistry.adapter.yaml.YamlCampaigns;
import cn.lingpao.targetregistry.application.AcceptParticipation;
import cn.lingpao.targetregistry.application.ApplyToParticipate;
import cn.lingpao.targetregistry.application.Campaigns;
import cn.lingpao.targetregistry.application.DefineCampaign;
import cn.lingpao.targetregistry.application.Frameworks;
import cn.lingpao.targetregistry.application.ImportTargets;
import cn.lingpao.targetregistry.application.Participations;
import cn.lingpao.targetregistry.application.PublishFramework;
import cn.lingpao.targetregistry.application.RegisterTarget;
import cn.lingpao.targetregistry.application.Targets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The use cases. */
@Configuration(proxyBeanMethods = false)
@Import({DoorConfiguration.class, EventingConfiguration.class})
class RegistryConfiguration {

    @Bean
    PublishFramework publishFramework(Frameworks frameworks, Clock clock) {
        return new PublishFramework(new MethodologyFrameworks(), frameworks, clock);
    }

    @Bean
    DefineCampaign defineCampaign(Campaigns campaigns, Frameworks frameworks, Targets targets, Clock clock) {
        return new DefineCampaign(
                new YamlCampaigns(), new MethodologyFrameworks(), campaigns, frameworks, targets, clock);
    }

    @Bean
    ImportTargets importTargets(Campaigns campaigns, Targets targets) {
        return new ImportTargets(new CsvTargets(), campaigns, targets);
    }

    @Bean
    RegisterTarget registerTarget(Campaigns campaigns, Targets targets) {
        return new RegisterTarget(campaigns, targets);
    }

    @Bean
    ApplyToParticipate applyToParticipate(Campaigns campaigns, Participations participations, Clock clock) {
        return new ApplyToParticipate(campaigns, participations, clock);
    }

    @Bean
    AcceptParticipation acceptParticipation(
            Campaigns campaigns, Participations participations, Targets targets, Clock clock) {
        return new AcceptParticipation(campaigns, participations, targets, clock);
    }
}
