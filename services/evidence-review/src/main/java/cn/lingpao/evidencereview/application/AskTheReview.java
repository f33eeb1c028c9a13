package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Cell;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what waits for whom, what was decided, and how far a campaign has come. */
public final class AskTheReview {

    private final Projection projection;
    private final Cells cells;

    public AskTheReview(Projection projection, Cells cells) {
        this.projection = projection;
        this.cells = cells;
    }

    public Page<Cell> items(String campaignId, Set<Stage> stages, @Nullable String targetId, Paging paging) {
        return cells.reviewed(campaignId, stages, targetId, paging);
    }

    public Page<Cell> verdicts(String campaignId, @Nullable String targetId, Paging paging) {
        return cells.withVerdict(campaignId, targetId, paging);
    }

    /** Counts after what was observed before the call, unless the cells are far behind. */
    public Progress progress(String campaignId) {
        projection.followForAWhile();
        return cells.progress(campaignId);
    }
}
