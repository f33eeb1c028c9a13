package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Target;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The targets of every campaign. */
public interface Targets {

    Optional<Target> find(String campaignId, String targetId);

    /** Every target of a campaign, by id. */
    List<Target> of(String campaignId);

    Set<String> groupsInUse(String campaignId);

    /**
     * Stores and announces the next states of targets of one campaign.
     *
     * @return the ids of those that do not follow their stored state; nothing happened to them
     */
    Set<String> save(String campaignId, Collection<Target> next);
}
