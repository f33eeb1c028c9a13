package cn.lingpao.sitecollector.domain;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What a campaign assigns to this collector. */
public final class Errands {

    /** By this name campaigns assign work to this collector. */
    public static final String COLLECTOR = "site-collector";

    private Errands() {}

    /** The assignments that name checks of this collector. */
    public static List<Assignment> assignments(CampaignDefined campaign) {
        List<Assignment> all = Objects.requireNonNullElse(campaign.collection(), List.of());
        return all.stream()
                .filter(each -> COLLECTOR.equals(each.collector()) && each.checks() != null)
                .toList();
    }

    /**
     * What is to be visited, target by target. Every site of a target is listed as soon as one of them is visited, for channels
     * are compared with each other.
     *
     * @param due whether a cell of the plan is wanted
     */
    public static List<Errand> of(
            CampaignDefined campaign, Collection<TargetRegistered> targets, Order order, Predicate<Cell> due) {
        List<Errand> errands = new ArrayList<>();
        for (TargetRegistered target : targets) {
            if (order.wantsTarget(target.targetId())) {
                List<Errand> ofTarget = target.channels().stream()
                        .filter(channel -> channel.url() != null)
                        .map(channel -> new Errand(target, channel, points(campaign, target, channel, order, due)))
                        .toList();
                if (ofTarget.stream().anyMatch(errand -> !errand.points().isEmpty())) {
                    errands.addAll(ofTarget);
                }
            }
        }
        return errands;
    }

    /** Of two assignments for the same cell the first holds, as in the plan. */
    private static Map<String, List<String>> points(
            CampaignDefined campaign, TargetRegistered target, Channel channel, Order order, Predicate<Cell> due) {
        Map<String, String> checks = new LinkedHashMap<>();
        for (Assignment assignment : assignments(campaign)) {
            if (assignment.channels().contains(channel.kind())) {
                Objects.requireNonNullElse(assignment.checks(), List.<CheckedPoint>of()).stream()
                        .filter(each -> order.wantsCheck(each.check()))
                        .forEach(each -> checks.putIfAbsent(each.checkPoint(), each.check()));
            }
        }
        Map<String, List<String>> points = new LinkedHashMap<>();
        checks.forEach((point, check) -> {
            if (due.test(new Cell(target.targetId(), point, channel.id()))) {
                points.computeIfAbsent(check, none -> new ArrayList<>()).add(point);
            }
        });
        return points;
    }
}
