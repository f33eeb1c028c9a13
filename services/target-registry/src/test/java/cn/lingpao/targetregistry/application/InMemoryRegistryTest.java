package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryCampaigns;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryFrameworks;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryParticipations;
import cn.lingpao.targetregistry.application.InMemoryRegistry.InMemoryTargets;

class InMemoryRegistryTest extends RegistryKit {

    private final Frameworks frameworks = new InMemoryFrameworks();
    private final Campaigns campaigns = new InMemoryCampaigns();
    private final Targets targets = new InMemoryTargets();
    private final Participations participations = new InMemoryParticipations();

    @Override
    protected Frameworks frameworks() {
        return frameworks;
    }

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }

    @Override
    protected Targets targets() {
        return targets;
    }

    @Override
    protected Participations participations() {
        return participations;
    }
}
