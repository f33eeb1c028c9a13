package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Text;
import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Sampling;
import cn.lingpao.targetregistry.domain.Target;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells states in the published language; the same state always has the same event id. */
final class Facts {

    private Facts() {}

    static OutboxEntry of(FrameworkVersion version) {
        return OutboxEntry.of(
                "framework/" + version.ref(),
                version.publishedAt(),
                new FrameworkPublished(
                        version.ref(),
                        text(version.name()),
                        version.hash(),
                        version.document(),
                        version.publishedAt()));
    }

    static OutboxEntry of(Campaign campaign) {
        CampaignDefinition definition = campaign.definition();
        CampaignDefined event = new CampaignDefined(
                definition.id(),
                campaign.sequence(),
                text(definition.name()),
                definition.frameworkRef(),
                definition.invented(),
                CampaignDefined.TimeBasis.valueOf(definition.time().name()),
                definition.phases().stream().map(Facts::phase).toList(),
                definition.groups().stream().map(Facts::group).toList(),
                definition.lists().stream().map(Facts::list).toList(),
                definition.collection().isEmpty()
                        ? null
                        : definition.collection().stream()
                                .map(Facts::assignment)
                                .toList(),
                sampling(definition.sampling()),
                campaign.definedAt());
        return OutboxEntry.of("campaign/" + definition.id() + "#" + campaign.sequence(), campaign.definedAt(), event);
    }

    static OutboxEntry of(Target target, Instant at) {
        TargetDetails details = target.details();
        TargetRegistered event = new TargetRegistered(
                target.campaignId(),
                target.id(),
                target.sequence(),
                text(details.name()),
                details.divisionCode(),
                details.groupId(),
                details.marks(),
                details.channels().stream().map(Facts::channel).toList());
        return OutboxEntry.of("target/" + target.campaignId() + "/" + target.id() + "#" + target.sequence(), at, event);
    }

    private static CampaignDefined.Phase phase(CampaignDefinition.Phase phase) {
        return new CampaignDefined.Phase(
                CampaignDefined.PhaseId.valueOf(phase.id().name()), text(phase.name()), phase.from(), phase.to());
    }

    private static CampaignDefined.Group group(CampaignDefinition.Group group) {
        return new CampaignDefined.Group(group.id(), text(group.name()));
    }

    private static CampaignDefined.RankedList list(CampaignDefinition.RankedList list) {
        return new CampaignDefined.RankedList(list.id(), text(list.name()), list.groupId(), list.where(), list.top());
    }

    private static cn.lingpao.contracts.@Nullable Sampling sampling(@Nullable Sampling sampling) {
        return sampling == null
                ? null
                : new cn.lingpao.contracts.Sampling(
                        sampling.seed(),
                        sampling.share(),
                        sampling.errorLimit(),
                        sampling.atLeast(),
                        sampling.except().stream()
                                .map(part -> new cn.lingpao.contracts.Sampling.OtherPart(
                                        part.checkPoints(), part.share(), part.errorLimit(), part.atLeast()))
                                .toList());
    }

    private static CampaignDefined.Assignment assignment(CampaignDefinition.Assignment assignment) {
        return new CampaignDefined.Assignment(
                assignment.collector(),
                assignment.checkPoints(),
                assignment.channels().stream()
                        .map(kind -> TargetRegistered.ChannelKind.valueOf(kind.name()))
                        .toList(),
                assignment.until(),
                assignment.checks().isEmpty()
                        ? null
                        : assignment.checks().entrySet().stream()
                                .map(each -> new CampaignDefined.CheckedPoint(each.getKey(), each.getValue()))
                                .toList());
    }

    private static TargetRegistered.Channel channel(cn.lingpao.targetregistry.domain.Channel channel) {
        return new TargetRegistered.Channel(
                channel.id(),
                TargetRegistered.ChannelKind.valueOf(channel.kind().name()),
                channel.url());
    }

    private static Text text(Name name) {
        return new Text(name.zh(), name.en());
    }
}
