package cn.lingpao.sitecollector.application;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.TargetRegistered;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Campaigns and targets, as far as this service has heard. */
public interface Registry {

    /** Returns once everything published before the call has been heard. */
    void refresh();

    Optional<CampaignDefined> campaign(String campaignId);

    Collection<CampaignDefined> campaigns();

    /** By id. */
    List<TargetRegistered> targets(String campaignId);

    /** It has not told yet what is needed. */
    final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Away(String sentence) {
            super(sentence);
        }
    }
}
