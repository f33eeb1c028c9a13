package cn.lingpao.contracts;

import static cn.lingpao.contracts.Topic.Cleanup.COMPACT;
import static cn.lingpao.contracts.Topic.Cleanup.KEEP;

import java.util.List;

/**
 * The topics, {@code <service>.<aggregate>.v<major>}, and the consumer groups that read them. Topics are declared, never
 * auto-created.
 *
 * <p>Dead letters belong to the consumer: {@code <topic>.<group>.dlt}.
 */
public enum Topic {
    FRAMEWORK("registry.framework.v1", 1, COMPACT, Groups.REFERENCE),
    CAMPAIGN("registry.campaign.v1", 1, COMPACT, Groups.REFERENCE),
    TARGET("registry.target.v1", 6, COMPACT, Groups.REFERENCE),
    SUBMISSION("collection.submission.v1", 6, KEEP, List.of("data-collection")),
    OBSERVATION("collection.observation.v1", 6, KEEP, List.of("data-collection", "evidence-review")),
    REJECTION("collection.rejection.v1", 6, KEEP, List.of("data-collection")),
    VERDICT("review.verdict.v1", 6, KEEP, List.of("scoring")),
    FALLBACK("review.fallback.v1", 1, COMPACT, List.of("data-collection")),
    AWARD("cases.award.v1", 6, KEEP, List.of("scoring")),
    SCORE("scoring.score.v1", 6, COMPACT, List.of("scoring-store", "publication")),
    RANKING("scoring.ranking.v1", 6, COMPACT, List.of("scoring-store", "publication")),
    RELEASE("publication.release.v1", 1, KEEP, List.of());

    private final String topicName;
    private final int partitions;
    private final Cleanup cleanup;
    private final List<String> groups;

    Topic(String topicName, int partitions, Cleanup cleanup, List<String> groups) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.cleanup = cleanup;
        this.groups = groups;
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** The consumers of this topic, each of which owns a dead-letter topic of it. */
    public List<String> groups() {
        return groups;
    }

    /** The dead-letter topic of a consumer group of this topic. */
    public String deadLetters(String group) {
        return deadLetters(topicName, group);
    }

    /** The dead-letter topic of a consumer group of the named topic. */
    public static String deadLetters(String topicName, String group) {
        return topicName + "." + group + ".dlt";
    }

    /** What happens to old records: the newest of a key is kept, or all of them for ever. */
    public enum Cleanup {
        COMPACT,
        KEEP
    }

    private static final class Groups {
        static final List<String> REFERENCE = List.of(
                "data-collection", "evidence-review", "scoring", "case-submission", "publication", "site-collector");
    }
}
