package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void it_starts_again_after_kill_9_and_stops_when_told() throws Exception {
        int port = Machine.freeBase();
        try (var first = Product.start(data, port)) {
            first.awaitLine("ready: http://localhost:" + port);
            assertThat(health(port)).isEqualTo(200);
            first.kill();
        }
        try (var second = Product.start(data, port)) {
            second.awaitLine("ready:");
            for (Part service : Part.services()) {
                assertThat(health(port + service.offset())).as(service.title()).isEqualTo(200);
            }
            assertThat(token(port + Part.ISSUER.offset())).contains("access_token");
            second.terminate();
            second.awaitLine("stopped");
            assertThat(second.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void a_second_instance_on_the_same_folder_ends_with_one_sentence() throws Exception {
        try (var held = DataFolder.open(data);
                var refused = Product.start(data, Machine.freeBase())) {
            assertThat(refused.awaitLine("lingpao: "))
                    .contains(
                            "in use by another running instance",
                            held.resolve("").toString());
            assertThat(refused.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void too_little_memory_ends_with_one_sentence() throws Exception {
        try (var refused = Product.start(data, Machine.freeBase(), "-Xmx200m")) {
            assertThat(refused.awaitLine("lingpao: ")).contains("too little memory");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
    }

    private int health(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String token(int port) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("lingpao-cli:lingpao-cli-development".getBytes());
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
