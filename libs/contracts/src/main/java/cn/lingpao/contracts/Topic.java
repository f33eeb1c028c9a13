package cn.lingpao.contracts;

/**
 * The topics, {@code <service>.<aggregate>.v<major>}. They are declared, never auto-created.
 *
 * <p>Dead letters belong to the consumer: {@code <topic>.<group>.dlt}.
 */
public enum Topic {
    FRAMEWORK("registry.framework.v1", 1, true),
    CAMPAIGN("registry.campaign.v1", 1, true),
    TARGET("registry.target.v1", 6, true),
    SUBMISSION("collection.submission.v1", 6, false),
    OBSERVATION("collection.observation.v1", 6, false),
    REJECTION("collection.rejection.v1", 6, false),
    VERDICT("review.verdict.v1", 6, false),
    AWARD("cases.award.v1", 6, false),
    SCORE("scoring.score.v1", 6, true),
    RANKING("scoring.ranking.v1", 6, true),
    RELEASE("publication.release.v1", 1, false);

    private final String topicName;
    private final int partitions;
    private final boolean compacted;

    Topic(String topicName, int partitions, boolean compacted) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    public boolean compacted() {
        return compacted;
    }

    /** The dead-letter topic of a consumer group of this topic. */
    public String deadLetters(String group) {
        return topicName + "." + group + ".dlt";
    }
}
