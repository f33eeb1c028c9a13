package cn.lingpao.evidencereview;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.testsupport.Store;
import cn.lingpao.testsupport.TestBroker;
import cn.lingpao.testsupport.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, with a real broker, store and issuer beside it. */
final class RunningService implements AutoCloseable {

    private final TestBroker broker = TestBroker.start();
    private final TestIssuer issuer = TestIssuer.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Store store;
    private ConfigurableApplicationContext context;

    RunningService(Store store) {
        this.store = store;
        this.context = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EvidenceReviewApplication.class, PoisonedCells.class)
                .properties("spring.config.name=evidence-review")
                .run(
                        "--KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(),
                        "--MONGODB_URI=" + store.uri(),
                        "--spring.mongodb.database=" + store.database(),
                        "--ISSUER_URI=" + issuer.uri(),
                        "--EVIDENCE_REVIEW_PORT=0",
                        "--lingpao.eventing.first-back-off=50ms",
                        "--logging.level.root=WARN");
    }

    void restart() {
        context.close();
        context = start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void publish(DomainEvent... events) {
        List<Event<DomainEvent>> wrapped = new ArrayList<>();
        for (DomainEvent event : events) {
            wrapped.add(new Event<>(event.key() + wrapped.size(), "/test", Instant.EPOCH, event));
        }
        bean(EventPublisher.class).publishAll(wrapped);
    }

    void publishGarbage(String topic) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "k", "garbage".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    /** Everything on a topic's first partition. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    HttpResponse<String> post(String path, String type, String body, String user, String... roles)
            throws IOException, InterruptedException {
        return send(request(path, user, roles).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path, String user, String... roles) throws IOException, InterruptedException {
        return send(request(path, user, roles).GET());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String user, String... roles) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return roles.length == 0 ? request : request.header("Authorization", issuer.bearer(user, roles));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
        http.close();
        issuer.close();
        broker.close();
        store.close();
    }
}
