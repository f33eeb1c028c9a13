package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Target;
import java.util.Optional;

/** Campaigns and targets as the registry last told them. */
public interface Registry {

    Optional<Campaign> campaign(String campaignId);

    Optional<Target> target(String campaignId, String targetId);

    /** Returns when everything that was told before the call can be seen. */
    void refresh();
}
