package cn.lingpao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The assembled product as a process of its own. */
final class Product implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private Product(Process process) {
        this.process = process;
    }

    static Product start(Path data, int port, String... jvmOptions) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@jvm.options");
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", "lib/*", "cn.lingpao.standalone.StandaloneApplication"));
        command.addAll(List.of("--data", data.toString(), "--port", String.valueOf(port)));
        var process = new ProcessBuilder(command)
                .directory(Path.of("target", "lingpao").toFile())
                .redirectErrorStream(true)
                .start();
        return new Product(process);
    }

    /** Reads what it prints up to a line that begins so. */
    String awaitLine(String beginning) throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("ended without «" + beginning + "»: " + lines);
    }

    void terminate() {
        process.toHandle().destroy();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
