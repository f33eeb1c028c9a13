package cn.lingpao.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.eventing.EventSerializer;
import cn.lingpao.scoring.adapter.streams.Demo;
import cn.lingpao.scoring.application.Scores;
import cn.lingpao.testsupport.Store;
import cn.lingpao.testsupport.Stores;
import cn.lingpao.testsupport.TestBroker;
import cn.lingpao.testsupport.TestIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker, a store, an issuer and the service itself. */
final class ScoringSystem implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final TestBroker broker = TestBroker.start();
    private final Store store = Stores.embedded(ScoringSystem.class);
    private final TestIssuer issuer = TestIssuer.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> raw = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());
    private final KafkaProducer<String, Event<?>> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new EventSerializer());
    private @Nullable ConfigurableApplicationContext context;

    static ScoringSystem start(Path data) {
        ScoringSystem system = new ScoringSystem();
        system.up(data, "scoring");
        return system;
    }

    static ScoringSystem withoutService() {
        return new ScoringSystem();
    }

    /** What a process of the service is told by its environment. */
    Map<String, String> environment(Path data, String applicationId) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("MONGODB_URI", store.uri());
        environment.put("ISSUER_URI", issuer.uri());
        environment.put("SCORING_PORT", "0");
        environment.put("LINGPAO_DATA", data.toString());
        environment.put("SCORING_APPLICATION_ID", applicationId);
        environment.put("SPRING_MONGODB_DATABASE", store.database());
        return environment;
    }

    void up(Path data, String applicationId) {
        SpringApplication application = new SpringApplication(ScoringApplication.class);
        Map<String, Object> settings = new TreeMap<>(environment(data, applicationId));
        settings.put("spring.config.name", "scoring");
        settings.remove("SPRING_MONGODB_DATABASE");
        settings.put("LINGPAO_EVENTING_BACK_OFF", "100ms");
        application.setDefaultProperties(settings);
        application.addInitializers(created -> created.getBeanFactory().addBeanPostProcessor(new RefusingPoison()));
        context = application.run("--spring.mongodb.database=" + store.database());
    }

    void down() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    void publish(List<? extends DomainEvent> facts) {
        for (DomainEvent fact : facts) {
            Event<?> event = Demo.event(fact);
            producer.send(new ProducerRecord<>(event.topic(), event.key(), event));
        }
        producer.flush();
    }

    void publishRaw(Topic topic, String key, byte[] value) {
        raw.send(new ProducerRecord<>(topic.topicName(), key, value));
        raw.flush();
    }

    /** Everything that scoring has told and committed, in the order of each partition. */
    List<ConsumerRecord<String, Event<?>>> told() {
        return Stream.of(Topic.SCORE, Topic.RANKING)
                .flatMap(topic -> broker.records(topic.topicName(), new EventDeserializer()).stream())
                .toList();
    }

    /** The newest of each topic and key, as JSON. */
    static Map<String, String> newest(List<ConsumerRecord<String, Event<?>>> told) {
        Map<String, String> newest = new TreeMap<>();
        told.forEach(record -> newest.put(
                record.topic() + " " + record.key(),
                EventJson.text(record.value().data())));
        return newest;
    }

    List<String> deadLetters(Topic topic, String group, int expected) {
        List<String> letters = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            letters.clear();
            broker.records(topic.deadLetters(group), new ByteArrayDeserializer())
                    .forEach(letter -> letters.add(new String(letter.value(), StandardCharsets.UTF_8)));
            return letters.size() >= expected;
        });
        return letters;
    }

    void awaitProgress(String json) {
        awaitThat("/scores/progress", body -> assertThat(EventJson.MAPPER.readTree(body))
                .isEqualTo(EventJson.MAPPER.readTree(json)));
    }

    void awaitThat(String path, Consumer<String> assertion) {
        await().atMost(PATIENCE).untilAsserted(() -> assertion.accept(get(path)));
    }

    void awaitCount(String meter, Topic topic, double count) {
        await().atMost(PATIENCE).until(() -> counted(meter, topic) >= count);
    }

    double counted(String meter, Topic topic) {
        return running()
                .getBean(MeterRegistry.class)
                .counter(meter, "topic", topic.topicName())
                .count();
    }

    String get(String path) {
        return response(path, "auditor").body();
    }

    HttpResponse<String> response(String path, String... roles) {
        HttpRequest.Builder request = request(path);
        if (roles.length > 0) {
            request.header("Authorization", issuer.bearer("somebody", roles));
        }
        return send(request);
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Authorization", issuer.bearer("somebody", "auditor"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        String port = running().getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/campaigns/demo" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Makes the store fail for good at the sheet of one target. */
    private static final class RefusingPoison implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Scores scores ? new PoisonedScores(scores) : bean;
        }
    }

    private ConfigurableApplicationContext running() {
        if (context == null) {
            throw new AssertionError("the service is down");
        }
        return context;
    }

    @Override
    public void close() {
        down();
        raw.close();
        producer.close();
        http.close();
        issuer.close();
        store.close();
        broker.close();
    }
}
