package cn.lingpao.scoring.application;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.scoring.domain.Progress;
import java.util.List;
import java.util.Optional;

/** Where the newest score sheets and rankings are kept. */
public interface Scores {

    /** Keeps those that are newer than what is there; returns how many were not. */
    int keepSheets(List<Placed<TargetScored>> sheets);

    /** Keeps those that are newer than what is there; returns how many were not. */
    int keepRankings(List<Placed<ListRanked>> rankings);

    /** The sheet as it was told, JSON. */
    Optional<String> sheet(String campaignId, String targetId);

    /** The ranking as it was told, JSON. */
    Optional<String> ranking(String campaignId, String listId);

    Progress progress(String campaignId);
}
