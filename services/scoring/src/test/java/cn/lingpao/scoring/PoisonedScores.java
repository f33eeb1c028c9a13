package cn.lingpao.scoring;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.scoring.application.Placed;
import cn.lingpao.scoring.application.Scores;
import cn.lingpao.scoring.domain.Progress;
import java.util.List;
import java.util.Optional;

/** Fails at every batch that holds the sheet of {@code poison}. */
record PoisonedScores(Scores scores) implements Scores {

    @Override
    public int keepSheets(List<Placed<TargetScored>> sheets) {
        if (sheets.stream().anyMatch(sheet -> sheet.told().targetId().equals("poison"))) {
            throw new IllegalStateException("poison");
        }
        return scores.keepSheets(sheets);
    }

    @Override
    public int keepRankings(List<Placed<ListRanked>> rankings) {
        return scores.keepRankings(rankings);
    }

    @Override
    public Optional<String> sheet(String campaignId, String targetId) {
        return scores.sheet(campaignId, targetId);
    }

    @Override
    public Optional<String> ranking(String campaignId, String listId) {
        return scores.ranking(campaignId, listId);
    }

    @Override
    public Progress progress(String campaignId) {
        return scores.progress(campaignId);
    }
}
