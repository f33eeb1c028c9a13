package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.Campaign;
import cn.lingpao.publication.domain.Framework;
import cn.lingpao.publication.domain.Target;
import java.util.Map;
import java.util.Optional;

/** Campaigns, frameworks and targets as the register has them. */
public interface Registry {

    /** Waits until everything that was registered before this call is visible. */
    void refresh();

    Optional<Campaign> campaign(String campaignId);

    Optional<Framework> framework(String ref);

    /** The targets of a campaign by id. */
    Map<String, Target> targets(String campaignId);
}
