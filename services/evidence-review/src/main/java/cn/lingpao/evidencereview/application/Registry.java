package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Campaign;
import java.util.Collection;
import java.util.Optional;

/** Campaigns as the registry last told them. */
public interface Registry {

    Optional<Campaign> campaign(String campaignId);

    /** The ids of all campaigns. */
    Collection<String> campaigns();

    /** Returns when everything that was told before the call can be seen. */
    void refresh();
}
