package cn.lingpao.cli;

import cn.lingpao.cli.deadletter.DeadLetters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a command talks to. Without options it is the one that {@code lingpao up} started or was given. */
final class Broker {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka (default: env KAFKA_BOOTSTRAP_SERVERS, else that of 'lingpao up')")
    @Nullable
    String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "settings of Kafka's clients, as for Kafka's own tools: security.protocol, sasl.…")
    @Nullable
    Path config;

    @Option(
            names = "--started",
            paramLabel = Connection.STARTED,
            defaultValue = Connection.STARTED_BY_DEFAULT,
            hidden = true)
    Path started = Path.of("");

    DeadLetters deadLetters() {
        Map<String, Object> settings = new HashMap<>();
        if (config != null) {
            Properties given = new Properties();
            try (InputStream file = Files.newInputStream(config)) {
                given.load(file);
            } catch (IOException | IllegalArgumentException failure) {
                throw InputFile.unreadable(config, failure);
            }
            given.forEach((name, value) -> settings.put(name.toString(), value));
        }
        settings.put("bootstrap.servers", servers());
        return new DeadLetters(settings, Clock.systemUTC(), System.getProperty("user.name", "unknown"));
    }

    private String servers() {
        return Optional.ofNullable(bootstrapServers)
                .or(() -> Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"))
                        .filter(named -> !named.isBlank()))
                .orElseGet(() -> new Started(started).get("kafka", "--bootstrap-servers"));
    }
}
