package cn.lingpao.testsupport;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventDeserializer;
import cn.lingpao.eventing.EventPublisher;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as it runs, on a free port, with a broker, a store and an issuer of tokens of its own. */
public final class RunningService implements AutoCloseable {

    /** Who calls when nobody else is named. */
    public static final String USER = "tester";

    private final TestBroker broker;
    private final TestIssuer issuer;
    private final boolean guest;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Store store;
    private final Class<?>[] sources;
    private final String[] arguments;
    private ConfigurableApplicationContext context;

    private RunningService(
            TestBroker broker,
            TestIssuer issuer,
            boolean guest,
            String name,
            Store store,
            List<Class<?>> sources,
            String... arguments) {
        this.broker = broker;
        this.issuer = issuer;
        this.guest = guest;
        this.name = name;
        this.store = store;
        this.sources = sources.toArray(Class<?>[]::new);
        this.arguments = arguments;
        this.context = run();
    }

    /**
     * Starts a service.
     *
     * @param name what its configuration file is called
     * @param store closed with the service
     * @param sources the application, and what a test adds to it
     * @param arguments settings beside those that lead to broker, store and issuer
     */
    public static RunningService start(String name, Store store, List<Class<?>> sources, String... arguments) {
        return new RunningService(TestBroker.start(), TestIssuer.start(), false, name, store, sources, arguments);
    }

    /** Starts another service beside this one, with the same broker and issuer; close it first. */
    public RunningService beside(String name, Store store, List<Class<?>> sources, String... arguments) {
        return new RunningService(broker, issuer, true, name, store, sources, arguments);
    }

    private ConfigurableApplicationContext run() {
        Stream<String> places = Stream.of(
                "--spring.config.name=" + name,
                "--server.port=0",
                "--KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(),
                "--MONGODB_URI=" + store.uri(),
                "--spring.mongodb.database=" + store.database(),
                "--ISSUER_URI=" + issuer.uri(),
                "--lingpao.eventing.first-back-off=50ms",
                "--logging.level.root=WARN");
        return new SpringApplication(sources)
                .run(Stream.concat(places, Stream.of(arguments)).toArray(String[]::new));
    }

    /** Stops the service and starts it again; broker and store stay. */
    public void restart() {
        context.close();
        context = run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Tells facts and returns when the broker has them. */
    public void publish(DomainEvent... events) {
        List<Event<DomainEvent>> wrapped = new ArrayList<>();
        for (DomainEvent event : events) {
            wrapped.add(new Event<>(event.key() + wrapped.size(), "/test", Instant.EPOCH, event));
        }
        bean(EventPublisher.class).publishAll(wrapped);
    }

    /** Puts {@code garbage} where an event should be. */
    public void publishGarbage(String topic) {
        broker.send(topic, "k", "garbage");
    }

    /** Everything that a topic holds by now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return broker.records(topic, new ByteArrayDeserializer());
    }

    /** Everything that a topic tells of by now. */
    public <T extends DomainEvent> List<T> told(Class<T> type, Topic topic) {
        return broker.records(topic.topicName(), new EventDeserializer()).stream()
                .map(record -> type.cast(record.value().data()))
                .toList();
    }

    /** Calls by somebody of this name. */
    public Visitor as(String user) {
        return new Visitor(roles -> issuer.token(user, roles), http, this::origin);
    }

    /** Calls by a program with these client credentials. */
    public Visitor asProgram(String client) {
        return new Visitor(roles -> issuer.programToken(client, roles), http, this::origin);
    }

    public Answer get(String path, String... roles) {
        return as(USER).get(path, roles);
    }

    public Answer post(String path, String type, String body, String... roles) {
        return as(USER).post(path, type, body, roles);
    }

    public Answer send(String method, String path, @Nullable String type, String body, String... roles) {
        return as(USER).send(method, path, type, body, roles);
    }

    public Answer send(String method, String path, @Nullable String type, byte[] body, String... roles) {
        return as(USER).send(method, path, type, body, roles);
    }

    /** Who gives the tokens it accepts, also to clients. */
    public String issuer() {
        return issuer.uri();
    }

    /** Where it answers. */
    public String origin() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
        http.close();
        if (!guest) {
            issuer.close();
            broker.close();
        }
        store.close();
    }
}
