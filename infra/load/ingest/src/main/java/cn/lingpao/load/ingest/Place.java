package cn.lingpao.load.ingest;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventSerializer;
import cn.lingpao.load.common.MeasuredStore;
import cn.lingpao.testsupport.TestBroker;
import cn.lingpao.testsupport.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The broker and issuer that everything in one run shares, and the stores one after the other. */
final class Place implements AutoCloseable {

    private static final Instant THEN = Instant.parse("2021-08-01T00:00:00Z");

    private final Path folder;
    private final TestBroker broker = TestBroker.start();
    private final TestIssuer issuer = TestIssuer.start();
    private final ObservationLog log = new ObservationLog(broker.bootstrapServers());

    Place() {
        try {
            folder = Files.createTempDirectory("lingpao-ingest");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param mongodb connection string of a MongoDB; null for the embedded store */
    MeasuredStore store(@Nullable String mongodb) {
        MeasuredStore store = MeasuredStore.open(mongodb, folder.resolve("store"));
        store.database(CollectionService.DATABASE).drop();
        return store;
    }

    Path folder() {
        return folder;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    ObservationLog log() {
        return log;
    }

    void tell(List<DomainEvent> facts) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new EventSerializer())) {
            for (int number = 0; number < facts.size(); number++) {
                Event<?> event = new Event<>("load-" + number, "/load", THEN, facts.get(number));
                producer.send(new ProducerRecord<>(event.topic(), event.key(), event));
            }
        }
    }

    /** @param options of the service's virtual machine */
    CollectionService service(MeasuredStore store, List<String> options) {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                "MONGODB_URI", store.uri(),
                "SPRING_MONGODB_DATABASE", CollectionService.DATABASE,
                "ISSUER_URI", issuer.uri());
        return new CollectionService(environment, options, issuer.bearer("load-collector", "collector", "auditor"));
    }

    /** A topic with as many partitions as the log of observations. */
    void declare(String topic) {
        log.declare(topic, Topic.OBSERVATION.partitions());
    }

    @Override
    public void close() {
        log.close();
        issuer.close();
        broker.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
