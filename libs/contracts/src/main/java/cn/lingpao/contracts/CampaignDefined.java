package cn.lingpao.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The full state of a campaign after its {@code sequence}-th change (the topic is compacted).
 *
 * @param frameworkRef {@code id@version} of the framework that scores it
 * @param invented its targets are made up, and every page and file must say so
 * @param time whether phases are held against the clock or against the time a row states
 * @param phases windows in which commands are allowed
 * @param groups targets that are scored together (a benchmark's best is the best of its group)
 * @param lists what is ranked and published
 * @param collection who collects what; null leaves everything to people
 * @param sampling how the results of programs are sampled; null where they are not
 */
public record CampaignDefined(
        String campaignId,
        long sequence,
        Text name,
        String frameworkRef,
        boolean invented,
        TimeBasis time,
        List<Phase> phases,
        List<Group> groups,
        List<RankedList> lists,
        @Nullable List<Assignment> collection,
        @Nullable Sampling sampling,
        Instant definedAt)
        implements DomainEvent {

    /** All dates of every campaign are dates in China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public CampaignDefined {
        phases = List.copyOf(phases);
        groups = List.copyOf(groups);
        lists = List.copyOf(lists);
        collection = collection == null ? null : List.copyOf(collection);
    }

    /** A campaign that leaves its collection to people, so that nothing is sampled. */
    public CampaignDefined(
            String campaignId,
            long sequence,
            Text name,
            String frameworkRef,
            boolean invented,
            TimeBasis time,
            List<Phase> phases,
            List<Group> groups,
            List<RankedList> lists,
            Instant definedAt) {
        this(campaignId, sequence, name, frameworkRef, invented, time, phases, groups, lists, null, null, definedAt);
    }

    @Override
    public String key() {
        return campaignId;
    }

    public Optional<Phase> phase(PhaseId id) {
        return phases.stream().filter(phase -> phase.id() == id).findFirst();
    }

    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<RankedList> list(String id) {
        return lists.stream().filter(list -> list.id().equals(id)).findFirst();
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
        RELEASE
    }

    /** A window of whole days in {@link #ZONE}, both ends inclusive. */
    public record Phase(PhaseId id, Text name, LocalDate from, LocalDate to) {

        public boolean contains(Instant instant) {
            LocalDate day = LocalDate.ofInstant(instant, ZONE);
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Targets that are scored together. */
    public record Group(String id, Text name) {}

    /**
     * Who collects a part of the framework, from which channels and until when.
     *
     * @param collector the program that does; null for people
     * @param checkPoints ids of check points, or of nodes for all below them; none takes all
     * @param channels the kinds of channel that are looked at each for itself; none looks at the target as a whole
     * @param until the last day, in {@link #ZONE}; null for that of the phase
     * @param checks which check of the collector decides which check point; null when it knows by itself
     */
    public record Assignment(
            @Nullable String collector,
            List<String> checkPoints,
            List<TargetRegistered.ChannelKind> channels,
            @Nullable LocalDate until,
            @Nullable List<CheckedPoint> checks) {

        public Assignment {
            checkPoints = List.copyOf(checkPoints);
            channels = List.copyOf(channels);
            checks = checks == null ? null : List.copyOf(checks);
        }

        /** An assignment to people, or to a program that knows by itself what decides a check point. */
        public Assignment(
                @Nullable String collector,
                List<String> checkPoints,
                List<TargetRegistered.ChannelKind> channels,
                @Nullable LocalDate until) {
            this(collector, checkPoints, channels, until, null);
        }
    }

    /**
     * What decides a check point.
     *
     * @param check a word of {@link SiteCheck}
     */
    public record CheckedPoint(String check, String checkPoint) {}

    /**
     * A published ranking: the members of a group, or those of them that carry a mark.
     *
     * @param where a mark the member must carry (see {@link TargetRegistered#marks()}); null takes the whole group
     * @param top how many ranks may be shown; null shows every one
     */
    public record RankedList(
            String id,
            Text name,
            String groupId,
            @Nullable String where,
            @Nullable Integer top) {

        public boolean includes(TargetRegistered target) {
            return target.groupId().equals(groupId)
                    && (where == null || target.marks().contains(where));
        }
    }
}
