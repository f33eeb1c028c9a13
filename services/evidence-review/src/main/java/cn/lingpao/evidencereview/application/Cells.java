package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of all campaigns. */
public interface Cells {

    Map<CellId, Cell> load(Collection<CellId> ids);

    /**
     * Saves each cell together with the verdicts it reached, provided that nobody saved it since it was loaded, and has the
     * verdicts told.
     *
     * @return the cells that somebody else saved in between; they were not saved
     */
    Set<CellId> save(Collection<Cell> cells);

    /** The cells whose review is in one of these stages, by target and check point; null asks for any target. */
    Page<Cell> reviewed(String campaignId, Set<Stage> stages, @Nullable String targetId, Paging paging);

    /** The cells that have a verdict, by target and check point; null asks for any target. */
    Page<Cell> withVerdict(String campaignId, @Nullable String targetId, Paging paging);

    Progress progress(String campaignId);

    /** The cells in which results of programs were drawn, by target and check point; null asks for every check point. */
    List<SampledCell> sampled(String campaignId, @Nullable String checkPointId);

    /** The cells of a check point whose newest observation counts by itself, by target. */
    List<CellId> unreviewed(String campaignId, String checkPointId);
}
