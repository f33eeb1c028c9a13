package cn.lingpao.targetregistry;

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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, with a broker, a store and an issuer of tokens. */
final class RunningRegistry implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestIssuer issuer = TestIssuer.start();
    private final Store store = Stores.embedded(TargetRegistryIT.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    RunningRegistry(String... arguments) {
        SpringApplication application = new SpringApplication(TargetRegistryApplication.class);
        String[] base = {
            "--spring.config.name=target-registry",
            "--TARGET_REGISTRY_PORT=0",
            "--KAFKA_BOOTSTRAP_SERVERS=" + TestBroker.shared().bootstrapServers(),
            "--MONGODB_URI=" + store.uri(),
            "--spring.mongodb.database=" + store.database(),
            "--ISSUER_URI=" + issuer.uri()
        };
        String[] all = new String[base.length + arguments.length];
        System.arraycopy(base, 0, all, 0, base.length);
        System.arraycopy(arguments, 0, all, base.length, arguments.length);
        context = application.run(all);
    }

    Answer get(String path, String... roles) {
        return send("GET", path, null, "", roles);
    }

    /** Sends a body as a user with these roles; no role means no token. */
    Answer send(String method, String path, @Nullable String type, String body, String... roles) {
        return send(method, path, type, body.getBytes(StandardCharsets.UTF_8), roles);
    }

    Answer send(String method, String path, @Nullable String type, byte[] body, String... roles) {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (roles.length > 0) {
            request.header("Authorization", issuer.bearer("tester", roles));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
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
    record Answer(int status, String type, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String at(String pointer) {
            return json().at(pointer).asString();
        }
    }
}
