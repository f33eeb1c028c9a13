package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerTest {

    private static final int ROUNDS = 2;
    private static final int LINES_A_ROUND = 5_000;

    @TempDir
    Path folder;

    @Test
    void a_killed_broker_kept_every_acknowledged_event_in_order() throws Exception {
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            KilledProcess.run(AcknowledgedRecords.class, folder, round, LINES_A_ROUND, acknowledged);
        }
        Map<String, Integer> found = read();
        assertThat(acknowledged)
                .allSatisfy((writer, last) ->
                        assertThat(found.get(writer)).as(writer).isGreaterThanOrEqualTo(last));
    }

    /** The last number of each writer; they must follow each other without a gap. */
    private Map<String, Integer> read() {
        Map<String, Integer> last = new HashMap<>();
        try (var broker = EmbeddedBroker.start(folder, 0, 0);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition(AcknowledgedRecords.TOPIC, 0);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                for (var event : consumer.poll(Duration.ofSeconds(5))) {
                    assertThat(Integer.parseInt(event.value())).isEqualTo(last.getOrDefault(event.key(), -1) + 1);
                    last.put(event.key(), Integer.parseInt(event.value()));
                }
            }
        }
        return last;
    }
}
