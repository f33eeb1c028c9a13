package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.domain.plan.Plan;
import cn.lingpao.datacollection.domain.plan.Point;
import cn.lingpao.datacollection.domain.plan.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plan.
 *
 * @param targetId null for every target
 * @param nodeId a node, for all check points below it, or a check point; null for all
 */
public record Part(@Nullable String targetId, @Nullable String nodeId) {

    /** The whole plan. */
    public static final Part WHOLE = new Part(null, null);

    List<Site> sites(Plan plan) {
        if (targetId == null) {
            return plan.sites();
        }
        return List.of(plan.site(targetId).orElseThrow(() -> new NotInThePlan("target", targetId)));
    }

    List<Point> points(Plan plan) {
        if (nodeId == null) {
            return plan.points();
        }
        if (!plan.knows(nodeId)) {
            throw new NotInThePlan("node", nodeId);
        }
        return plan.points().stream().filter(point -> point.belongsTo(nodeId)).toList();
    }
}
