package cn.lingpao.targetregistry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign file says.
 *
 * @param frameworkRef {@code id@version} of the framework that scores it
 * @param invented its targets are made up, and every page and file must say so
 * @param time whether phases are held against the clock or against the time a command states
 * @param collection who collects what; what none of them names is left to people
 * @param sampling how the results of programs are sampled; null where they are not
 */
public record CampaignDefinition(
        String id,
        Name name,
        String frameworkRef,
        boolean invented,
        TimeBasis time,
        List<Phase> phases,
        List<Group> groups,
        List<RankedList> lists,
        List<Assignment> collection,
        @Nullable Sampling sampling) {

    /** All dates of every campaign are dates in China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public CampaignDefinition {
        phases = List.copyOf(phases);
        groups = List.copyOf(groups);
        lists = List.copyOf(lists);
        collection = List.copyOf(collection);
    }

    /** A campaign that leaves its collection to people. */
    public CampaignDefinition(
            String id,
            Name name,
            String frameworkRef,
            boolean invented,
            TimeBasis time,
            List<Phase> phases,
            List<Group> groups,
            List<RankedList> lists) {
        this(id, name, frameworkRef, invented, time, phases, groups, lists, List.of(), null);
    }

    public Optional<Phase> phase(PhaseId phaseId) {
        return phases.stream().filter(phase -> phase.id() == phaseId).findFirst();
    }

    public boolean hasGroup(String groupId) {
        return groups.stream().anyMatch(group -> group.id().equals(groupId));
    }

    /** LIVE holds a command against the clock; RECORDED, for replaying a past campaign, against the time it states. */
    public enum TimeBasis {
        LIVE,
        RECORDED
    }

    /** The phases of a campaign, in the order of the calendar (deck, 流程及时间安排). */
    public enum PhaseId {
        DRAFTING,
        PUBLIC_COMMENT,
        PARTICIPATION,
        CASE_SUBMISSION,
        COLLECTION,
        CASE_JUDGING,
        ANALYSIS,
        RELEASE;

        /** The name in campaign files and messages, for example {@code case-submission}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A window of whole days in {@link #ZONE}, both ends inclusive. */
    public record Phase(PhaseId id, Name name, LocalDate from, LocalDate to) {

        boolean contains(Instant instant) {
            LocalDate day = LocalDate.ofInstant(instant, ZONE);
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Targets that are scored together. */
    public record Group(String id, Name name) {}

    /**
     * Who collects a part of the framework, from which channels and until when.
     *
     * @param collector the program that does; null for people
     * @param checkPoints ids of check points, or of nodes for all below them; none takes all
     * @param channels the kinds of channel that are looked at each for itself; none looks at the target as a whole
     * @param until the last day, in {@link #ZONE}; null for that of the phase
     * @param checks the check points by the check of the collector that decides each; none when it knows by itself
     */
    public record Assignment(
            @Nullable String collector,
            List<String> checkPoints,
            List<ChannelKind> channels,
            @Nullable LocalDate until,
            Map<String, String> checks) {

        public Assignment {
            checkPoints = List.copyOf(checkPoints);
            channels = List.copyOf(channels);
            checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        }

        /** An assignment to people, or to a program that knows by itself what decides a check point. */
        public Assignment(
                @Nullable String collector,
                List<String> checkPoints,
                List<ChannelKind> channels,
                @Nullable LocalDate until) {
            this(collector, checkPoints, channels, until, Map.of());
        }
    }

    /**
     * A published ranking of a group's members.
     *
     * @param where a mark the member must carry; null takes the whole group
     * @param top how many ranks may be shown; null shows every one
     */
    public record RankedList(
            String id,
            Name name,
            String groupId,
            @Nullable String where,
            @Nullable Integer top) {}
}
