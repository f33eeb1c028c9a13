package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The observations that the store has taken over from the log. */
public interface Observations {

    /** Takes over records of the log; one that is there already changes nothing. Returns how many were new. */
    int takeOver(List<Placed<Observation>> records);

    /** The ids of those among these that are there. */
    Set<ObservationId> known(Collection<Observation> candidates);

    /** Newest first; null asks for any target or check point. */
    Page<Observation> find(String campaignId, @Nullable String targetId, @Nullable String checkPointId, Paging paging);

    long count(String campaignId);
}
