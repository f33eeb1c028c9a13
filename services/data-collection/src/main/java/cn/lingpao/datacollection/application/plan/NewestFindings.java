package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.plan.Findings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest finding of each check point and channel, projected from the log. */
public interface NewestFindings {

    /** Keeps what is newer than what is there; the order in which they come, and a second time, change nothing. */
    void takeOver(List<Observation> observations);

    /** Those that are not later than all that was observed of their targets: of the others nothing is there yet. */
    List<Observation> notLater(Collection<Observation> candidates);

    /** How many targets × check points have an observation. */
    long cells(String campaignId);

    /** By target; null asks for every one. */
    Map<String, Findings> of(String campaignId, @Nullable String targetId);
}
