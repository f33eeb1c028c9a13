package cn.lingpao.docker;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.eventing.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {

    private final List<String> declared =
            Checkout.text("infra/kafka/topics.csv").lines().skip(1).toList();

    @Test
    void the_file_declares_what_the_contracts_say() {
        assertThat(declared)
                .containsExactlyElementsOf(
                        Topics.all((short) 1).map(TopicsTest::line).toList());
    }

    private static String line(NewTopic topic) {
        String configs = new TreeMap<>(topic.configs())
                .entrySet().stream()
                        .map(config -> config.getKey() + "=" + config.getValue())
                        .collect(joining(";"));
        return topic.name() + "," + topic.numPartitions() + "," + configs;
    }

    @Test
    void the_chart_carries_the_same_files() {
        for (String file : List.of("topics.csv", "declare-topics.sh")) {
            assertThat(Checkout.text("helm/lingpao/files/" + file)).isEqualTo(Checkout.text("infra/kafka/" + file));
        }
    }

    @Test
    void the_script_creates_what_is_missing_and_nothing_else(@TempDir Path folder) throws IOException {
        Path calls = folder.resolve("calls");
        Path tool = folder.resolve("kafka-topics.sh");
        Files.writeString(tool, """
                #!/bin/bash
                case "$*" in
                  *--list) echo registry.framework.v1 ;;
                  *) echo "$*" >> '%s' ;;
                esac
                """.formatted(calls));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));

        Shell run = Shell.run(
                Map.of("KAFKA_TOPICS", tool.toString(), "BOOTSTRAP", "broker:1", "REPLICAS", "3"),
                "bash",
                "infra/kafka/declare-topics.sh");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(Files.readAllLines(calls))
                .hasSize(declared.size() - 1)
                .noneMatch(call -> call.contains("--topic registry.framework.v1 "))
                .contains(
                        "--bootstrap-server broker:1 --create --if-not-exists --topic registry.target.v1 --partitions 6"
                                + " --replication-factor 3 --config cleanup.policy=compact")
                .contains(
                        "--bootstrap-server broker:1 --create --if-not-exists --topic review.verdict.v1 --partitions 6"
                                + " --replication-factor 3 --config cleanup.policy=delete --config retention.bytes=-1"
                                + " --config retention.ms=-1");
    }
}
