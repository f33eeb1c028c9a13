package cn.lingpao.publication.application;

import cn.lingpao.publication.application.Outcome.Reason;
import cn.lingpao.publication.application.Outcome.Refused;
import cn.lingpao.publication.domain.Agreement;
import cn.lingpao.publication.domain.Campaign;
import cn.lingpao.publication.domain.Composition;
import cn.lingpao.publication.domain.Draft;
import cn.lingpao.publication.domain.Framework;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what is known now public under the disclosure policy, unless something is still moving. */
public final class CreateRelease {

    private static final int ATTEMPTS = 5;

    private final Registry registry;
    private final Scores scores;
    private final Releases releases;
    private final Clock clock;

    public CreateRelease(Registry registry, Scores scores, Releases releases, Clock clock) {
        this.registry = registry;
        this.scores = scores;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * The wish to release.
     *
     * @param at when a past campaign was released; only for a recorded campaign, and there required
     * @param corrects the release that the new one replaces; then a reason is required
     */
    public record Command(
            String campaignId,
            @Nullable Instant at,
            @Nullable Integer corrects,
            @Nullable String reason,
            String publishedBy) {}

    public Outcome create(Command command) {
        registry.refresh();
        Optional<Campaign> campaign = registry.campaign(command.campaignId());
        if (campaign.isEmpty()) {
            return new Refused(Reason.UNKNOWN_CAMPAIGN, "there is no campaign '" + command.campaignId() + "'");
        }
        Instant now = clock.instant();
        Optional<Refused> refused =
                ReleaseTime.refuse(campaign.get(), command.at(), now).or(() -> refuseCorrection(command));
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Framework> framework = registry.framework(campaign.get().frameworkRef());
        if (framework.isEmpty()) {
            return new Refused(
                    Reason.UNKNOWN_FRAMEWORK,
                    "there is no framework '" + campaign.get().frameworkRef() + "'");
        }
        Release.Act act = new Release.Act(
                command.at() == null ? now : command.at(), command.publishedBy(), command.corrects(), command.reason());
        return publish(campaign.get(), framework.get(), act);
    }

    private Optional<Refused> refuseCorrection(Command command) {
        Integer corrects = command.corrects();
        if (corrects == null) {
            return Optional.empty();
        }
        if (releases.find(command.campaignId(), corrects).isEmpty()) {
            return Optional.of(new Refused(
                    Reason.UNKNOWN_RELEASE, "there is no release " + corrects + " of " + command.campaignId()));
        }
        if (command.reason() == null || command.reason().isBlank()) {
            return Optional.of(new Refused(Reason.REASON_MISSING, "a correction says why: send 'reason'"));
        }
        return Optional.empty();
    }

    private Outcome publish(Campaign campaign, Framework framework, Release.Act act) {
        Snapshot snapshot = new Snapshot(
                campaign,
                framework,
                registry.targets(campaign.id()),
                scores.sheets(campaign.id()),
                scores.standings(campaign.id()));
        List<Agreement.Disagreement> moving = Agreement.disagreements(snapshot);
        if (!moving.isEmpty()) {
            return new Refused(
                    Reason.STILL_MOVING, "rankings and score sheets do not agree yet: wait, then try again", moving);
        }
        Draft draft = Composition.compose(snapshot);
        if (draft.targets().isEmpty()) {
            return new Refused(Reason.NOTHING_TO_RELEASE, "no list of " + campaign.id() + " has a place to show");
        }
        releases.keep(campaign.id(), draft.parts());
        return number(snapshot, draft, act);
    }

    private Outcome number(Snapshot snapshot, Draft draft, Release.Act act) {
        String campaignId = snapshot.campaign().id();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Release> newest = releases.newest(campaignId);
            if (newest.isPresent() && newest.get().hash().equals(draft.hash())) {
                return new Outcome.Unchanged(newest.get(), draft.open());
            }
            int number = newest.map(Release::number).orElse(0) + 1;
            Release release = Release.of(snapshot, draft, number, act);
            if (releases.add(release)) {
                return new Outcome.Published(release, draft.open());
            }
        }
        return new Refused(Reason.CONTENDED, "others release this campaign at the same time: try again");
    }
}
