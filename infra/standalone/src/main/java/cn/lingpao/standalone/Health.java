package cn.lingpao.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until every service says that it is well. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Health() {}

    static void await(List<Part> services, Addresses addresses) {
        var waiting = new ArrayList<>(services);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (true) {
                waiting.removeIf(part -> isWell(client, addresses.url(part)));
                if (waiting.isEmpty()) {
                    return;
                }
                if (System.nanoTime() > end) {
                    throw new Refused(waiting.getFirst().title() + " started but is not well after "
                            + PATIENCE.toSeconds() + " s; its reasons are in the log");
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted while services were starting");
        }
    }

    private static boolean isWell(HttpClient client, String service) {
        var request = HttpRequest.newBuilder(URI.create(service + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
