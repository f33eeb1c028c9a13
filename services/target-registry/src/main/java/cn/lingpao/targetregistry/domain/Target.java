package cn.lingpao.targetregistry.domain;

import java.util.Optional;

/** A target of a campaign after its {@code sequence}-th change. */
public record Target(String campaignId, String id, TargetDetails details, long sequence) {

    public static Target registered(String campaignId, String id, TargetDetails details) {
        return new Target(campaignId, id, details, 1);
    }

    public Target changed(TargetDetails next) {
        return new Target(campaignId, id, next, sequence + 1);
    }

    /** The fault of details this target can't take on: it stays in its group, observations and scores rest on it. */
    public Optional<Fault> refuse(TargetDetails next) {
        return next.groupId().equals(details.groupId())
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "group",
                        "group-fixed",
                        "Target '" + id + "' is scored in group '" + details.groupId() + "' and can't move to '"
                                + next.groupId() + "'."));
    }
}
