package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Participation;
import java.util.List;
import java.util.Optional;

/** The applications to take part. */
public interface Participations {

    Optional<Participation> find(String campaignId, String participationId);

    /** The applications of a campaign, in the order they came. */
    List<Participation> of(String campaignId);

    /** Stores a new application; false when it is there already. */
    boolean add(Participation participation);

    /** Stores the decision on a pending application; false when it is not pending. */
    boolean decide(Participation participation);
}
