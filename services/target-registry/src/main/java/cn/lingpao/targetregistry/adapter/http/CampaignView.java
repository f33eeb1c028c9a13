package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.domain.Campaign;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Group;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Sampling;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign as a campaign file says it, with its sequence and the time of its last change. */
record CampaignView(
        String id,
        Name name,
        String framework,
        boolean invented,
        String time,
        List<Phase> phases,
        List<Group> groups,
        List<RankedList> lists,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Assignment> collection,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sampling sampling,
        long sequence,
        Instant definedAt) {

    static CampaignView of(Campaign campaign) {
        CampaignDefinition definition = campaign.definition();
        return new CampaignView(
                definition.id(),
                definition.name(),
                definition.frameworkRef(),
                definition.invented(),
                definition.time().name().toLowerCase(Locale.ROOT),
                definition.phases().stream().map(Phase::of).toList(),
                definition.groups(),
                definition.lists().stream().map(RankedList::of).toList(),
                definition.collection().stream().map(Assignment::of).toList(),
                definition.sampling(),
                campaign.sequence(),
                campaign.definedAt());
    }

    /** A phase. */
    record Phase(String id, Name name, LocalDate from, LocalDate to) {

        static Phase of(CampaignDefinition.Phase phase) {
            return new Phase(phase.id().word(), phase.name(), phase.from(), phase.to());
        }
    }

    /** Who collects what; a key that the file left out is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Assignment(
            @Nullable String collector,
            List<String> checkPoints,
            List<String> channels,
            @Nullable LocalDate until,
            Map<String, String> checks) {

        static Assignment of(CampaignDefinition.Assignment assignment) {
            return new Assignment(
                    assignment.collector(),
                    assignment.checks().isEmpty() ? assignment.checkPoints() : List.of(),
                    assignment.channels().stream().map(ChannelKind::word).toList(),
                    assignment.until(),
                    assignment.checks());
        }
    }

    /** A list; {@code disclose} is {@code "all"} or {@code {"top": n}}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RankedList(
            String id, Name name, String group, @Nullable String where, Object disclose) {

        static RankedList of(CampaignDefinition.RankedList list) {
            Object disclose = list.top() == null ? "all" : Map.of("top", list.top());
            return new RankedList(list.id(), list.name(), list.groupId(), list.where(), disclose);
        }
    }
}
