package cn.lingpao.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process of a test that says what was acknowledged, line by line, until it is killed in the middle of it. */
final class KilledProcess {

    private KilledProcess() {}

    /**
     * Runs until so many lines {@code <writer> <number>} were read, then kills it with {@code SIGKILL}.
     *
     * @param acknowledged takes the greatest number of each writer
     */
    static void run(Class<?> program, Path folder, int round, int lines, Map<String, Integer> acknowledged)
            throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                note(output.readLine(), acknowledged);
            }
            process.toHandle().destroyForcibly();
            // what it had said before it died was acknowledged too; its last line may be torn
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.matches("\\w+ \\d+") && output.ready()) {
                    note(line, acknowledged);
                }
            }
        } catch (IOException closedByTheKill) {
            // nothing more was said
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void note(String line, Map<String, Integer> acknowledged) {
        String[] words = line.split(" ");
        acknowledged.merge(words[0], Integer.parseInt(words[1]), Math::max);
    }
}
