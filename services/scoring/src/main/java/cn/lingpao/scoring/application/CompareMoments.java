package cn.lingpao.scoring.application;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.eventing.ReferenceData;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.explanation.ScoreChange;
import cn.lingpao.methodology.explanation.ScoreChanges;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.domain.RecordedGroup;
import cn.lingpao.scoring.domain.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why a score is another one than at an earlier moment, by scoring both moments from the log; nothing is recorded. */
public final class CompareMoments {

    private final VerdictLog log;
    private final ReferenceData reference;
    private final KnownFrameworks frameworks;

    public CompareMoments(VerdictLog log, ReferenceData reference, KnownFrameworks frameworks) {
        this.log = log;
        this.reference = reference;
        this.frameworks = frameworks;
    }

    /**
     * Both moments are scored under the campaign's framework and with its targets as they are now; a verdict counts from the
     * time it was reached, an award from the time it was given.
     *
     * @param node a node of the framework; null for the total
     * @param since the earlier moment, itself included
     * @param until the later one; null for now
     * @return empty when the campaign or its framework is not known, or it has no such target or node
     * @throws CannotCompare when the framework needs values of another campaign
     * @throws VerdictLog.NotReadable when the log does not answer
     */
    public Optional<ScoreChange> between(
            String campaignId, String targetId, @Nullable String node, Instant since, @Nullable Instant until) {
        Optional<TargetRegistered> target = reference.target(campaignId, targetId);
        Optional<Framework> framework = reference
                .campaign(campaignId)
                .map(CampaignDefined::frameworkRef)
                .flatMap(frameworks::find);
        if (target.isEmpty() || framework.isEmpty()) {
            return Optional.empty();
        }
        String nodeId = node == null ? framework.get().id() : node;
        return framework.get().node(nodeId).isEmpty()
                        && !nodeId.equals(framework.get().id())
                ? Optional.empty()
                : Optional.of(between(framework.get(), target.get(), nodeId, since, until));
    }

    private ScoreChange between(
            Framework framework, TargetRegistered target, String node, Instant since, @Nullable Instant until) {
        RecordedGroup.lacks(framework).ifPresent(what -> {
            throw new CannotCompare(framework.ref() + " needs " + what + ": use 'lingpao score --base --before'");
        });
        Standing then = new Standing(since);
        Standing later = new Standing(until == null ? Instant.MAX : until);
        log.read(
                target.campaignId(),
                verdict -> {
                    then.take(verdict);
                    later.take(verdict);
                },
                award -> {
                    then.take(award);
                    later.take(award);
                });
        return new ScoreChanges(framework, id -> named(target.campaignId(), id))
                .between(moment(framework, target, then), moment(framework, target, later), target.targetId(), node);
    }

    private ScoreChanges.Moment moment(Framework framework, TargetRegistered target, Standing standing) {
        List<Member> roster = reference.targets(target.campaignId()).stream()
                .filter(member -> member.groupId().equals(target.groupId()))
                .map(member -> new Member(member.targetId(), member.divisionCode()))
                .toList();
        Group group = Group.of(CompiledFramework.of(framework), roster);
        for (Member member : roster) {
            String id = member.targetId();
            standing.answers(framework, id).forEach((point, answer) -> group.set(id, point, answer));
            group.award(id, standing.award(id));
        }
        group.refresh();
        return new ScoreChanges.Moment(
                group, standing.answers(framework, target.targetId()), standing.award(target.targetId()));
    }

    private Named named(String campaignId, String targetId) {
        return reference
                .target(campaignId, targetId)
                .map(target ->
                        new Named(targetId, target.name().zh(), target.name().en()))
                .orElseGet(() -> new Named(targetId, null, null));
    }

    /** The moments can't be scored from the log alone; the message says why and what to do instead. */
    public static final class CannotCompare extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotCompare(String reason) {
            super(reason);
        }
    }
}
