package cn.lingpao.load.ingest;

import cn.lingpao.datacollection.DataCollectionApplication;
import cn.lingpao.load.common.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The running intake, a process of its own, that can be killed and started again at the same address. */
final class CollectionService implements AutoCloseable {

    static final String DATABASE = "load_ingest";
    static final Path LOG = Path.of("infra/load/ingest/target/data-collection.log");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofMinutes(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private final List<String> options;
    private final String token;
    private final int port = freePort();
    private volatile Jvm process;

    /** @param options of its virtual machine */
    CollectionService(Map<String, String> environment, List<String> options, String token) {
        this.environment = environment;
        this.options = options;
        this.token = token;
        this.process = run();
    }

    /** Starts it again after it was killed. */
    void start() {
        process = run();
    }

    void kill() {
        process.kill();
    }

    boolean isAlive() {
        return process.process().isAlive();
    }

    /** The processor time that it has used since it was started. */
    Duration cpu() {
        return process.process().toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long pid() {
        return process.process().pid();
    }

    void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.process().isAlive()) {
                throw new IllegalStateException("the service does not start, see " + LOG);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean answers() {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Sends a batch once; null when nobody answered, or was not ready to. */
    @Nullable
    String deliver(String campaign, byte[] batch) {
        HttpRequest request = request("/api/v1/campaigns/" + campaign + "/observations")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(batch))
                .build();
        HttpResponse<String> answer;
        try {
            answer = send(request);
        } catch (IOException nobody) {
            return null;
        }
        if (answer.statusCode() == 503) {
            return null;
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Returns when the store holds everything that was taken in. */
    void awaitSettled(String campaign) {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (get("/api/v1/campaigns/" + campaign + "/observations/progress?settled=true")
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException nobody) {
                throw new UncheckedIOException(nobody);
            }
        }
        throw new IllegalStateException("the store has not followed the log within " + SETTLING);
    }

    private HttpResponse<String> get(String path) throws IOException {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", token)
                .timeout(ANSWER);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Jvm run() {
        return Jvm.run(LOG, options, DataCollectionApplication.class, environment, "--server.port=" + port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.close();
        client.close();
    }
}
