package cn.lingpao.contracts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one table of event names on the wire (the CloudEvents {@code type}), their records and topics. */
public enum EventType {
    FRAMEWORK_PUBLISHED("cn.lingpao.registry.framework-published.v1", FrameworkPublished.class, Topic.FRAMEWORK),
    CAMPAIGN_DEFINED("cn.lingpao.registry.campaign-defined.v1", CampaignDefined.class, Topic.CAMPAIGN),
    TARGET_REGISTERED("cn.lingpao.registry.target-registered.v1", TargetRegistered.class, Topic.TARGET),
    OBSERVATION_SUBMITTED(
            "cn.lingpao.collection.observation-submitted.v1", ObservationSubmitted.class, Topic.SUBMISSION),
    OBSERVATION_RECORDED("cn.lingpao.collection.observation-recorded.v1", ObservationRecorded.class, Topic.OBSERVATION),
    OBSERVATION_REJECTED("cn.lingpao.collection.observation-rejected.v1", ObservationRejected.class, Topic.REJECTION),
    VERDICT_REACHED("cn.lingpao.review.verdict-reached.v1", VerdictReached.class, Topic.VERDICT),
    FALLBACK_CHANGED("cn.lingpao.review.fallback-changed.v1", FallbackChanged.class, Topic.FALLBACK),
    CASE_AWARDED("cn.lingpao.cases.case-awarded.v1", CaseAwarded.class, Topic.AWARD),
    TARGET_SCORED("cn.lingpao.scoring.target-scored.v1", TargetScored.class, Topic.SCORE),
    LIST_RANKED("cn.lingpao.scoring.list-ranked.v1", ListRanked.class, Topic.RANKING),
    RELEASE_PUBLISHED("cn.lingpao.publication.release-published.v1", ReleasePublished.class, Topic.RELEASE);

    private static final Map<String, EventType> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, type -> type));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::record, type -> type));

    private final String wireName;
    private final Class<? extends DomainEvent> record;
    private final Topic topic;

    EventType(String wireName, Class<? extends DomainEvent> record, Topic topic) {
        this.wireName = wireName;
        this.record = record;
        this.topic = topic;
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends DomainEvent> record() {
        return record;
    }

    public Topic topic() {
        return topic;
    }

    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public static EventType of(DomainEvent event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no event type for " + event.getClass());
        }
        return type;
    }
}
