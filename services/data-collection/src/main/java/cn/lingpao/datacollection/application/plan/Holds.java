package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Hold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who holds which task, one document a task. */
public interface Holds {

    /** Those that were ever claimed; null asks for every target. */
    List<Hold> of(String campaignId, @Nullable String targetId);

    /** Stores the change from the version before; false when somebody else changed it meanwhile. */
    boolean save(Hold hold);
}
