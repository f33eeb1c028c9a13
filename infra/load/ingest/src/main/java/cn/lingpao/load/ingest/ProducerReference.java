package cn.lingpao.load.ingest;

import cn.lingpao.load.common.Jvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.tools.ProducerPerformance;

/** Kafka's own producer benchmark, sending as many bytes as the service wrote, as the service is set to send them. */
final class ProducerReference {

    static final String TOPIC = "load.reference";

    private static final Path LOG = Path.of("infra/load/ingest/target/producer-performance.log");
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    private final String bootstrapServers;
    private final Path payload;

    /** @param records what the service sent, byte for byte */
    ProducerReference(String bootstrapServers, Path folder, List<byte[]> records) {
        this.bootstrapServers = bootstrapServers;
        this.payload = folder.resolve("payload.txt");
        try (OutputStream file = Files.newOutputStream(payload)) {
            for (byte[] record : records) {
                file.write(record);
                file.write('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Records a second.
     *
     * @param warmUp records that are sent before and not counted
     */
    double run(int records, int warmUp) {
        Path log = LOG;
        try {
            Files.deleteIfExists(log);
            Jvm process = Jvm.run(
                    log,
                    ProducerPerformance.class,
                    Map.of(),
                    "--topic",
                    TOPIC,
                    "--num-records",
                    String.valueOf(records + warmUp),
                    "--warmup-records",
                    String.valueOf(warmUp),
                    "--throughput",
                    "-1",
                    "--payload-file",
                    payload.toString(),
                    "--producer-props",
                    "bootstrap.servers=" + bootstrapServers,
                    "acks=all",
                    "enable.idempotence=true",
                    "compression.type=lz4",
                    "batch.size=65536",
                    "linger.ms=5");
            process.await();
            Matcher rates = RATE.matcher(Files.readString(log));
            String last = rates.results()
                    .map(found -> found.group(1))
                    .reduce((one, other) -> other)
                    .orElseThrow();
            return Double.parseDouble(last);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
