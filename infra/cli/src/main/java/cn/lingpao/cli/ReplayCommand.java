package cn.lingpao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lingpao replay NAME}: runs the commands that the sample's {@code replay} file lists, one after the other. There
 * is nothing in it that a user could not type.
 */
@Command(
        name = "replay",
        description = "Replay a sample campaign: the ordinary commands of its 'replay' file in a row.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "a folder of infra/samples, for example godi-2015 or demo-2021")
    String name = "";

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            defaultValue = "${sys:lingpao.samples:-infra/samples}",
            hidden = true)
    Path samples = Path.of("infra/samples");

    @Option(names = "--work", paramLabel = "DIR", defaultValue = "${sys:lingpao.work:-.lingpao/work}", hidden = true)
    Path work = Path.of(".lingpao/work");

    @Mixin
    Connection connection = new Connection();

    @Override
    public Integer call() {
        Path sample = samples.resolve(name);
        Path script = sample.resolve("replay");
        if (!Files.exists(script)) {
            throw new CommandFailure("there is no sample '" + name + "' in " + samples + "; there are: " + available());
        }
        for (String line : InputFile.lines(script)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int exit = run(line, sample);
                if (exit != 0) {
                    return exit;
                }
            }
        }
        spec.commandLine().getOut().println("results: " + connection.gateway() + "/results/" + name);
        return 0;
    }

    private int run(String line, Path sample) {
        List<String> words = Arrays.stream(line.trim().split("\\s+"))
                .map(word -> word.replace("${sample}", sample.toString())
                        .replace("${work}", work.resolve(name).toString()))
                .toList();
        spec.commandLine().getOut().println("$ lingpao " + String.join(" ", words));
        spec.commandLine().getOut().flush();
        return Lingpao.commandLine()
                .setDefaultValueProvider(connection.asDefaults())
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr())
                .execute(words.toArray(String[]::new));
    }

    private String available() {
        try (var folders = Files.list(samples)) {
            return folders.filter(folder -> Files.exists(folder.resolve("replay")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException unreadable) {
            return "none";
        }
    }
}
