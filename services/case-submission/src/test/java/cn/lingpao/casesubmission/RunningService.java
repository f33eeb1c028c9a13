package cn.lingpao.casesubmission;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.EventType;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventSerializer;
import cn.lingpao.testsupport.Store;
import cn.lingpao.testsupport.Stores;
import cn.lingpao.testsupport.TestBroker;
import cn.lingpao.testsupport.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, with a broker, a store and an issuer of tokens. */
final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestIssuer issuer = TestIssuer.start();
    private final Store store = Stores.embedded(CaseSubmissionIT.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    RunningService() {
        context = new SpringApplication(CaseSubmissionApplication.class)
                .run(
                        "--spring.config.name=case-submission",
                        "--CASE_SUBMISSION_PORT=0",
                        "--CASE_SUBMISSION_ATTACHMENT_SIZE=1MB",
                        "--CASE_SUBMISSION_MAX_BODY=2MB",
                        "--KAFKA_BOOTSTRAP_SERVERS=" + TestBroker.shared().bootstrapServers(),
                        "--MONGODB_URI=" + store.uri(),
                        "--spring.mongodb.database=" + store.database(),
                        "--ISSUER_URI=" + issuer.uri());
    }

    /** Tells a fact as the registry does. */
    static void tell(DomainEvent... facts) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, Event<?>> producer =
                new KafkaProducer<>(config, new StringSerializer(), new EventSerializer())) {
            for (DomainEvent fact : facts) {
                Event<?> event = new Event<>(fact.key(), "/test", Instant.EPOCH, fact);
                producer.send(new ProducerRecord<>(event.topic(), event.key(), event));
            }
        }
    }

    /** Everything that a topic tells of by now. */
    static <T extends DomainEvent> List<T> told(Class<T> type, EventType eventType) {
        List<T> told = new ArrayList<>();
        try (KafkaConsumer<String, Event<?>> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers()),
                new StringDeserializer(),
                new EventDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, eventType.topic().partitions())
                    .mapToObj(partition -> new TopicPartition(eventType.topic().topicName(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> told.add(type.cast(record.value().data())));
            }
        }
        return told;
    }

    Answer get(String path, String... roles) {
        return send("GET", path, null, new byte[0], roles);
    }

    /** Sends a body as a user with these roles; no role means no token. */
    Answer send(String method, String path, @Nullable String type, byte[] body, String... roles) {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (roles.length > 0) {
            request.header("Authorization", issuer.bearer("judge-1", roles));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
        store.close();
        issuer.close();
    }

    /** An answer of the service. */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String at(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return String.join(",", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }
    }
}
