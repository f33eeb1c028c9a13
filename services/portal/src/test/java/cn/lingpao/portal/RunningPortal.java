package cn.lingpao.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The whole portal on a free port, over canned results and a canned collection; all tests share one. */
public final class RunningPortal {

    private static final RunningPortal SHARED = new RunningPortal("0");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningPortal(String port) {
        context = new SpringApplication(PortalApplication.class, Canned.class)
                .run("--spring.config.name=portal", "--server.port=" + port, "--ISSUER_URI=" + new StubIssuer().url());
    }

    public static RunningPortal shared() {
        return SHARED;
    }

    /** Lets a person look at the pages: {@code http://localhost:<port>}. */
    static void main(String[] args) {
        new RunningPortal(args.length > 0 ? args[0] : "8087");
    }

    public CannedResults results() {
        return context.getBean(CannedResults.class);
    }

    public CannedFieldwork fieldwork() {
        return context.getBean(CannedFieldwork.class);
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Canned results in place of the results API, a canned collection in place of the services. */
    static class Canned {

        @Bean
        @Primary
        CannedResults canned() {
            return new CannedResults();
        }

        @Bean
        @Primary
        CannedFieldwork cannedFieldwork() {
            return new CannedFieldwork();
        }
    }
}
