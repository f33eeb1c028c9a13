package cn.lingpao.eventing;

import cn.lingpao.contracts.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** Declares the topics of the contracts, and the dead-letter topics of their consumers, where they are missing. */
public final class Topics {

    private Topics() {}

    /**
     * Returns when every new partition has a leader: of two batches to one that has none yet, the second may be taken before
     * the first, which is then out of sequence for good.
     *
     * @param adminConfig configuration of the Kafka admin client
     * @param replicas how many brokers hold each partition
     */
    public static void declare(Map<String, Object> adminConfig, short replicas) {
        try (Admin admin = Admin.create(adminConfig)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = all(replicas)
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            awaitLeaders(admin, missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were declared", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "topics could not be declared: " + failure.getCause().getMessage(), failure);
        }
    }

    /** Only a leader knows where its partition ends. */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    /** Every topic of the platform as it has to be. */
    public static Stream<NewTopic> all(short replicas) {
        return Stream.of(Topic.values()).flatMap(topic -> withDeadLetters(topic, replicas));
    }

    /** A letter is never replaced by a later one of its key, so dead letters are kept even where the topic is compacted. */
    private static Stream<NewTopic> withDeadLetters(Topic topic, short replicas) {
        List<NewTopic> declared = new ArrayList<>();
        declared.add(new NewTopic(topic.topicName(), topic.partitions(), replicas).configs(configs(topic.cleanup())));
        for (String group : topic.groups()) {
            declared.add(new NewTopic(topic.deadLetters(group), 1, replicas).configs(configs(Topic.Cleanup.KEEP)));
        }
        return declared.stream();
    }

    private static Map<String, String> configs(Topic.Cleanup cleanup) {
        return switch (cleanup) {
            case COMPACT -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case KEEP ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1");
        };
    }
}
