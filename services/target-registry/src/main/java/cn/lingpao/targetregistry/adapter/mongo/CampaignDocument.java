package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Group;
import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.CampaignDefinition.RankedList;
import cn.lingpao.targetregistry.domain.CampaignDefinition.TimeBasis;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Sampling;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A campaign as it is stored. */
@Document(CampaignDocument.COLLECTION)
record CampaignDocument(
        @Id String id, long sequence, Instant definedAt, Definition definition, List<OutboxEntry> outbox) {

    static final String COLLECTION = "campaigns";

    static CampaignDocument of(Campaign campaign) {
        return new CampaignDocument(
                campaign.id(),
                campaign.sequence(),
                campaign.definedAt(),
                Definition.of(campaign.definition()),
                List.of(Facts.of(campaign)));
    }

    Campaign campaign() {
        return new Campaign(definition.toDomain(id), sequence, definedAt);
    }

    /** What the campaign file says; dates are texts, because a date has no time zone. */
    record Definition(
            Name name,
            String frameworkRef,
            boolean invented,
            TimeBasis time,
            List<Window> phases,
            List<Group> groups,
            List<RankedList> lists,
            @Nullable List<Assigned> collection,
            @Nullable Sampled sampling) {

        static Definition of(CampaignDefinition campaign) {
            return new Definition(
                    campaign.name(),
                    campaign.frameworkRef(),
                    campaign.invented(),
                    campaign.time(),
                    campaign.phases().stream().map(Window::of).toList(),
                    campaign.groups(),
                    campaign.lists(),
                    campaign.collection().stream().map(Assigned::of).toList(),
                    Sampled.of(campaign.sampling()));
        }

        CampaignDefinition toDomain(String id) {
            return new CampaignDefinition(
                    id,
                    name,
                    frameworkRef,
                    invented,
                    time,
                    phases.stream().map(Window::toDomain).toList(),
                    groups,
                    lists,
                    collection == null
                            ? List.of()
                            : collection.stream().map(Assigned::toDomain).toList(),
                    sampling == null ? null : sampling.toDomain());
        }
    }

    /** How results are sampled; shares are texts, as they were written. */
    record Sampled(String seed, String share, String errorLimit, int atLeast, List<Part> except) {

        static @Nullable Sampled of(@Nullable Sampling sampling) {
            return sampling == null
                    ? null
                    : new Sampled(
                            sampling.seed(),
                            sampling.share().toPlainString(),
                            sampling.errorLimit().toPlainString(),
                            sampling.atLeast(),
                            sampling.except().stream().map(Part::of).toList());
        }

        Sampling toDomain() {
            return new Sampling(
                    seed,
                    new BigDecimal(share),
                    new BigDecimal(errorLimit),
                    atLeast,
                    except.stream().map(Part::toDomain).toList());
        }
    }

    /** A part of the framework that is sampled otherwise. */
    record Part(List<String> checkPoints, String share, String errorLimit, int atLeast) {

        static Part of(Sampling.OtherPart part) {
            return new Part(
                    part.checkPoints(),
                    part.share().toPlainString(),
                    part.errorLimit().toPlainString(),
                    part.atLeast());
        }

        Sampling.OtherPart toDomain() {
            return new Sampling.OtherPart(checkPoints, new BigDecimal(share), new BigDecimal(errorLimit), atLeast);
        }
    }

    /** An assignment. */
    record Assigned(
            @Nullable String collector,
            List<String> checkPoints,
            List<ChannelKind> channels,
            @Nullable String until,
            @Nullable Map<String, String> checks) {

        static Assigned of(CampaignDefinition.Assignment assignment) {
            LocalDate until = assignment.until();
            return new Assigned(
                    assignment.collector(),
                    assignment.checkPoints(),
                    assignment.channels(),
                    until == null ? null : until.toString(),
                    assignment.checks());
        }

        CampaignDefinition.Assignment toDomain() {
            return new CampaignDefinition.Assignment(
                    collector,
                    checkPoints,
                    channels,
                    until == null ? null : LocalDate.parse(until),
                    checks == null ? Map.of() : checks);
        }
    }

    /** A phase. */
    record Window(PhaseId phaseId, Name name, String from, String to) {

        static Window of(CampaignDefinition.Phase phase) {
            return new Window(
                    phase.id(),
                    phase.name(),
                    phase.from().toString(),
                    phase.to().toString());
        }

        CampaignDefinition.Phase toDomain() {
            return new CampaignDefinition.Phase(phaseId, name, LocalDate.parse(from), LocalDate.parse(to));
        }
    }
}
