package cn.lingpao.publication.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the house knows about a campaign at one moment; what a release is cut from. */
public record Snapshot(
        Campaign campaign,
        Framework framework,
        Map<String, Target> targets,
        Map<String, ScoreSheet> sheets,
        Map<String, Standing> standings) {

    public Snapshot {
        targets = Map.copyOf(targets);
        sheets = Map.copyOf(sheets);
        standings = Map.copyOf(standings);
    }

    List<Target> members(Campaign.ListRule list) {
        return targets.values().stream().filter(list::includes).toList();
    }

    Target target(String id) {
        Target target = targets.get(id);
        if (target == null) {
            throw new IllegalStateException("no target " + id + " in campaign " + campaign.id());
        }
        return target;
    }

    @Nullable
    Standing standing(Campaign.ListRule list) {
        return standings.get(list.id());
    }

    ScoreSheet sheet(String targetId) {
        ScoreSheet sheet = sheets.get(targetId);
        return sheet == null ? ScoreSheet.empty(campaign.id(), targetId, framework) : sheet;
    }
}
