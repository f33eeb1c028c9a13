package cn.lingpao.sitecollector.domain;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.CampaignDefined.CheckedPoint;
import cn.lingpao.contracts.SiteCheck;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a campaign assigns to this collector. */
public final class Errands {

    /** By this name campaigns assign work to this collector. */
    public static final String COLLECTOR = SiteCheck.COLLECTOR;

    private Errands() {}

    /** The assignments that name checks of this collector. */
    public static List<Assignment> assignments(CampaignDefined campaign) {
        List<Assignment> all = Objects.requireNonNullElse(campaign.collection(), List.of());
        return all.stream()
                .filter(each -> COLLECTOR.equals(each.collector()) && each.checks() != null)
                .toList();
    }

    /** The checks that the campaign asks of this collector. */
    public static Set<String> checks(CampaignDefined campaign) {
        return assignments(campaign).stream()
                .flatMap(assignment -> checked(assignment).stream())
                .map(CheckedPoint::check)
                .collect(Collectors.toSet());
    }

    /** What is to be decided under an assignment, and by which check. */
    public static List<CheckedPoint> checked(Assignment assignment) {
        return Objects.requireNonNullElse(assignment.checks(), List.of());
    }

    /**
     * What is to be visited, target by target. Every site of a target is listed as soon as one of them is visited, for channels
     * are compared with each other. One that is to be visited and has no address is listed too: its cells want a verdict.
     *
     * @param due whether a cell of the plan is wanted
     */
    public static List<Errand> of(
            CampaignDefined campaign, Collection<TargetRegistered> targets, Order order, Predicate<Cell> due) {
        List<Errand> errands = new ArrayList<>();
        for (TargetRegistered target : targets) {
            if (order.wantsTarget(target.targetId())) {
                List<Errand> ofTarget = target.channels().stream()
                        .map(channel -> new Errand(target, channel, points(campaign, target, channel, order, due)))
                        .filter(errand -> errand.channel().url() != null
                                || !errand.points().isEmpty())
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
                checked(assignment).stream()
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
