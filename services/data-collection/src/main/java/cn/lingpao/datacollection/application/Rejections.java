package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The refused rows that the store has taken over from the log. */
public interface Rejections {

    /** Takes over records of the log; one that is there already changes nothing. Returns how many were new. */
    int takeOver(List<Placed<Rejection>> records);

    Set<String> known(Collection<String> ids);

    /** Newest first, within one batch by line. */
    Page<Rejection> find(String campaignId, Paging paging);

    long count(String campaignId);
}
