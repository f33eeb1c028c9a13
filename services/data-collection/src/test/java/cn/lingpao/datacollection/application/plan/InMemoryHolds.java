package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Hold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds in memory. */
public final class InMemoryHolds implements Holds {

    private final Map<String, Hold> holds = new HashMap<>();

    @Override
    public synchronized List<Hold> of(String campaignId, @Nullable String targetId) {
        return holds.values().stream()
                .filter(each -> each.campaignId().equals(campaignId))
                .filter(each -> targetId == null || each.targetId().equals(targetId))
                .toList();
    }

    @Override
    public synchronized boolean save(Hold hold) {
        String id = hold.campaignId() + "/" + hold.targetId() + "/" + hold.checkPointId();
        Hold stored = holds.get(id);
        if ((stored == null ? 0 : stored.version()) != hold.version() - 1) {
            return false;
        }
        holds.put(id, hold);
        return true;
    }
}
