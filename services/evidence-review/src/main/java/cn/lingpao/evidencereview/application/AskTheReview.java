package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Cell;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what waits for whom, what was decided, and how far a campaign has come. */
public final class AskTheReview {

    private final Cells cells;

    public AskTheReview(Cells cells) {
        this.cells = cells;
    }

    public Page<Cell> items(String campaignId, Set<Stage> stages, @Nullable String targetId, Paging paging) {
        return cells.reviewed(campaignId, stages, targetId, paging);
    }

    public Page<Cell> verdicts(String campaignId, @Nullable String targetId, Paging paging) {
        return cells.withVerdict(campaignId, targetId, paging);
    }

    public Progress progress(String campaignId) {
        return cells.progress(campaignId);
    }
}
