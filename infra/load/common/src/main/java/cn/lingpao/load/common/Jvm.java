package cn.lingpao.load.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own, the same for what is measured and for what it is measured against. */
public record Jvm(Process process) implements AutoCloseable {

    /** Starts the class with this process's class path; what it says is added to the log. It does not outlive this process. */
    public static Jvm run(Path log, Class<?> main, Map<String, String> environment, String... arguments) {
        return run(log, List.of(), main, environment, arguments);
    }

    /** @param options of the virtual machine, beside the ones that all have */
    public static Jvm run(
            Path log, List<String> options, Class<?> main, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(tool("java").toString(), "--enable-native-access=ALL-UNNAMED", "-Xmx2g", "-XX:+UseParallelGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Jvm(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A program of the JDK that runs this. */
    public static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Ends the process without a word to it, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits until the process ends by itself, and returns its exit code. */
    public int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
