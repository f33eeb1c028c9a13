package cn.lingpao.standalone;

import cn.lingpao.cli.Lingpao;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform in a process of its own, as {@code lingpao up} starts it, and the command line beside it. */
final class Platform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final int PORTS = 12;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private Platform(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = environment;
    }

    static Platform start(Path data, Map<String, String> environment) {
        Platform platform = new Platform(data, freeBase(), environment);
        platform.start();
        return platform;
    }

    /** Starts, or starts again, and returns when everything answers. */
    void start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("target", "lingpao", "jvm.options"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "lingpao", "lib") + "/*",
                "cn.lingpao.standalone.StandaloneApplication",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("MONGODB_URI", "KAFKA_BOOTSTRAP_SERVERS", "ISSUER_URI").forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            awaitReady(process.inputReader());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady(BufferedReader output) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("ready: ")) {
                Thread.ofVirtual().start(() -> drain(output));
                return;
            }
        }
        throw new IllegalStateException("the platform did not start:\n" + String.join("\n", said));
    }

    /** Keeps the process from waiting for a reader; a killed one ends in the middle of a line. */
    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException killed) {
            LOG.debug("the platform's output ended", killed);
        }
    }

    /** {@code kill -9}. */
    void kill() {
        end(process.destroyForcibly());
    }

    void stop() {
        process.destroy();
        end(process);
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a command of the operators' command line against this platform. */
    Said lingpao(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Lingpao.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--url", url(), "--issuer", issuer()));
        return new Said(command.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    Said replay(String sample, Path work) {
        return lingpao("replay", sample, "--samples", SAMPLES.toString(), "--work", work.toString());
    }

    /** Starts a script that takes the platform's address and its issuer's; what it says on either stream is its output. */
    Process run(Path script) throws IOException {
        return new ProcessBuilder(script.toString(), url(), issuer())
                .redirectErrorStream(true)
                .start();
    }

    /** What a command printed and its exit code. */
    record Said(int exit, String out, String err) {}

    /** What anybody without a token gets. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    /** What an auditor gets. */
    JsonNode audit(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token()));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String token() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "lingpao-cli:lingpao-cli-development".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        return JSON.readTree(send(request).body()).path("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    String issuer() {
        return "http://localhost:" + (port + 8);
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private static int freeBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_250, 2_000) * 16)
                .limit(100)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(Platform::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + PORTS + " free ports in a row"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
