package cn.lingpao.publication;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventPublisher;
import cn.lingpao.testsupport.Store;
import cn.lingpao.testsupport.Stores;
import cn.lingpao.testsupport.TestBroker;
import cn.lingpao.testsupport.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port with a real broker, a store and an issuer of tokens; all tests share one. */
public final class RunningPublication {

    private static final RunningPublication SHARED = new RunningPublication();

    private final TestIssuer issuer = TestIssuer.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningPublication() {
        Store store = Stores.embedded(RunningPublication.class);
        context = new SpringApplication(PublicationApplication.class, StumblingScores.Configuration.class)
                .run(
                        "--spring.config.name=publication",
                        "--server.port=0",
                        "--KAFKA_BOOTSTRAP_SERVERS=" + TestBroker.shared().bootstrapServers(),
                        "--MONGODB_URI=" + store.uri(),
                        "--spring.mongodb.database=" + store.database(),
                        "--ISSUER_URI=" + issuer.uri(),
                        "--lingpao.eventing.first-back-off=10ms");
    }

    public static RunningPublication shared() {
        return SHARED;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Tells events and returns when the broker has them. */
    public void tell(DomainEvent... events) {
        bean(EventPublisher.class)
                .publishAll(Arrays.stream(events)
                        .map(event -> new Event<>(event.key() + "#" + System.nanoTime(), "/test", Instant.EPOCH, event))
                        .toList());
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    public HttpRequest.Builder requestAs(String role, String path) {
        return request(path).header("Authorization", issuer.bearer("someone", role));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String role, String path, String json) {
        return send(requestAs(role, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
