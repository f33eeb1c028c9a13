package cn.lingpao.load.ingest;

import cn.lingpao.load.common.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.cli.ConnectStandalone;

/** The sink that MongoDB ships for Kafka Connect, in a standalone worker, replacing each document by its id. */
final class ConnectReference {

    static final String DATABASE = "load_connect";
    static final String COLLECTION = "observations";
    static final String NAME = "load-sink";
    static final String GROUP = "connect-" + NAME;
    static final Path LOG = Path.of("infra/load/ingest/target/connect.log");

    private static final Path PLUGINS =
            Path.of("infra/load/ingest/target/connect").toAbsolutePath();

    private ConnectReference() {}

    /**
     * Values go through as text and are parsed once, by the connector; a poll is one unordered bulk.
     *
     * @param poll records that a task takes at once
     */
    static Jvm start(Path folder, String bootstrapServers, String storeUri, int tasks, int poll) {
        Path worker = properties(
                folder.resolve("worker.properties"),
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "offset.storage.file.filename",
                                folder.resolve("connect.offsets").toString(),
                        "offset.flush.interval.ms", "5000",
                        "plugin.path", PLUGINS.toString(),
                        "plugin.discovery", "only_scan",
                        "listeners", "http://127.0.0.1:0"));
        String strategies = "com.mongodb.kafka.connect.sink.";
        Path sink = properties(
                folder.resolve("sink.properties"),
                Map.ofEntries(
                        Map.entry("name", NAME),
                        Map.entry("connector.class", "com.mongodb.kafka.connect.MongoSinkConnector"),
                        Map.entry("tasks.max", String.valueOf(tasks)),
                        Map.entry("topics", ObservationLog.TOPIC),
                        Map.entry("connection.uri", storeUri),
                        Map.entry("database", DATABASE),
                        Map.entry("collection", COLLECTION),
                        Map.entry("document.id.strategy", strategies + "processor.id.strategy.PartialValueStrategy"),
                        Map.entry("document.id.strategy.partial.value.projection.type", "AllowList"),
                        Map.entry("document.id.strategy.partial.value.projection.list", "observationId"),
                        Map.entry("writemodel.strategy", strategies + "writemodel.strategy.ReplaceOneDefaultStrategy"),
                        Map.entry("bulk.write.ordered", "false"),
                        Map.entry("max.batch.size", "0"),
                        Map.entry("consumer.override.max.poll.records", String.valueOf(poll))));
        return Jvm.run(LOG, ConnectStandalone.class, Map.of(), worker.toString(), sink.toString());
    }

    private static Path properties(Path file, Map<String, String> settings) {
        try {
            return Files.writeString(
                    file,
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .collect(Collectors.joining("\n")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
