package cn.lingpao.targetregistry.domain;

import java.time.Instant;
import java.util.Set;

/**
 * An application to take part in a campaign, and what became of it.
 *
 * @param id digest of campaign and application: the same application always has the same id
 */
public record Participation(
        String id, String campaignId, Application application, Instant appliedAt, Decision decision) {

    public Participation accepted(String targetId, String by, Instant at) {
        return new Participation(id, campaignId, application, appliedAt, new Accepted(targetId, by, at));
    }

    /** The target an accepted applicant becomes. */
    public TargetDetails asTarget(String groupId, Set<String> marks) {
        return new TargetDetails(
                application.name(), application.divisionCode(), groupId, marks, application.channels());
    }

    /** What became of the application. */
    public sealed interface Decision {}

    /** Nobody has decided yet. */
    public record Pending() implements Decision {}

    /** It became a target. */
    public record Accepted(String targetId, String by, Instant at) implements Decision {}
}
