package cn.lingpao.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path folder;

    @Test
    void records_are_there_after_a_restart_on_another_port() throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0, 0)) {
            create(broker, "facts");
            send(broker, "facts", "first", false);
        }
        try (var broker = EmbeddedBroker.start(folder, 0, 0)) {
            send(broker, "facts", "second", true);
            assertThat(read(broker, "facts", 2)).containsExactly("first", "second");
        }
    }

    @Test
    void a_topic_nobody_declared_does_not_appear() {
        try (var broker = EmbeddedBroker.start(folder, 0, 0)) {
            assertThatThrownBy(() -> send(broker, "nowhere", "lost", false)).isInstanceOf(ExecutionException.class);
        }
    }

    private static void create(EmbeddedBroker broker, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(EmbeddedBroker broker, String topic, String value, boolean transactional)
            throws Exception {
        var settings = new java.util.HashMap<String, Object>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 2000));
        if (transactional) {
            settings.put("transactional.id", "writer");
            settings.put("max.block.ms", 30000);
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            if (transactional) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            producer.send(new ProducerRecord<>(topic, value)).get();
            if (transactional) {
                producer.commitTransaction();
            }
        }
    }

    private static List<String> read(EmbeddedBroker broker, String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            var values = new ArrayList<String>();
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(10)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
