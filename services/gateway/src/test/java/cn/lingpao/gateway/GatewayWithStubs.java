package cn.lingpao.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started gateway, a stub for every service behind it, and a client in front of it. */
final class GatewayWithStubs implements AutoCloseable {

    static final List<String> SERVICES = List.of(
            "target-registry",
            "data-collection",
            "evidence-review",
            "scoring",
            "case-submission",
            "publication",
            "site-collector",
            "portal");

    private final Map<String, StubService> services = new LinkedHashMap<>();
    private final StubIssuer issuer = new StubIssuer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String url;

    GatewayWithStubs(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        for (String name : SERVICES) {
            StubService service = new StubService(name);
            services.put(name, service);
            arguments.add("--" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL=" + service.url());
        }
        arguments.add("--ISSUER_URI=" + issuer.url());
        arguments.add("--GATEWAY_PORT=0");
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "gateway", "spring.main.banner-mode", "off"));
        context = application.run(arguments.toArray(String[]::new));
        url = "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    StubService service(String name) {
        return services.get(name);
    }

    StubIssuer issuer() {
        return issuer;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    HttpRequest.Builder as(String path, String... roles) {
        return request(path).header("Authorization", "Bearer " + issuer.token("someone", roles));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(HttpRequest.Builder request, String body) {
        return post(request, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(HttpRequest.Builder request, BodyPublisher body) {
        return send(request.POST(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode problem(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    String url() {
        return url;
    }

    String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        client.close();
        services.values().forEach(StubService::close);
        issuer.close();
    }
}
