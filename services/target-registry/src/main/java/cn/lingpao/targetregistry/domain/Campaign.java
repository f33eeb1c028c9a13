package cn.lingpao.targetregistry.domain;

import java.time.Instant;

/** A campaign after its {@code sequence}-th change. */
public record Campaign(CampaignDefinition definition, long sequence, Instant definedAt) {

    public static Campaign opened(CampaignDefinition definition, Instant at) {
        return new Campaign(definition, 1, at);
    }

    public Campaign redefined(CampaignDefinition next, Instant at) {
        return new Campaign(next, sequence + 1, at);
    }

    public String id() {
        return definition.id();
    }
}
