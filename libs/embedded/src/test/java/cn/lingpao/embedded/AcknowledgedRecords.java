package cn.lingpao.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** The process to be killed: publishes events and prints those that the broker acknowledged. */
final class AcknowledgedRecords {

    static final String TOPIC = "killed";

    private AcknowledgedRecords() {}

    public static void main(String[] arguments) throws Exception {
        String writer = "r" + arguments[1];
        var broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, 0);
        declareTopic(broker);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; ; i++) {
                int number = i;
                producer.send(new ProducerRecord<>(TOPIC, writer, String.valueOf(i)), (where, failure) -> {
                    if (failure == null) {
                        System.out.println(writer + " " + number);
                    }
                });
            }
        }
    }

    private static void declareTopic(EmbeddedBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
