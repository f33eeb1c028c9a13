package cn.lingpao.cli;

import cn.lingpao.methodology.difference.Change;
import cn.lingpao.methodology.difference.FrameworkDifference;
import cn.lingpao.methodology.difference.Telling;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.FrameworkFaults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao framework …}. */
@Command(
        name = "framework",
        description = "Check, compare and publish frameworks 指标体系.",
        mixinStandardHelpOptions = true)
final class FrameworkCommands {

    @Spec
    CommandSpec spec;

    @Command(description = "Check a framework file without any server: every fault with line and column.")
    int check(@Parameters(paramLabel = "FILE", description = "the framework, YAML") Path file) {
        Optional<Framework> framework = read(file);
        framework.ifPresent(sound -> spec.commandLine().getOut().println(sound.ref() + " " + sound.structure()));
        return framework.isPresent() ? 0 : 1;
    }

    /** The framework of a file; empty, with every fault on the error stream, when it is none. */
    private Optional<Framework> read(Path file) {
        try {
            return Optional.of(Framework.parse(InputFile.text(file)));
        } catch (FrameworkFaults refused) {
            refused.faults().forEach(fault -> spec.commandLine()
                    .getErr()
                    .printf("%s:%d:%d: %s [%s]%n", file, fault.line(), fault.column(), fault.reason(), fault.code()));
            return Optional.empty();
        }
    }

    @Command(description = "Say in words what changed from one version of a framework to another, without any server.")
    int diff(
            @Parameters(paramLabel = "A.yml", description = "the framework before") Path before,
            @Parameters(paramLabel = "B.yml", description = "the framework after") Path after) {
        Optional<Framework> was = read(before);
        Optional<Framework> is = read(after);
        if (was.isEmpty() || is.isEmpty()) {
            return 1;
        }
        List<Change> changes = FrameworkDifference.between(was.get(), is.get());
        long computing = changes.stream().filter(Change::computes).count();
        PrintWriter out = spec.commandLine().getOut();
        out.println("%s → %s: %s"
                .formatted(
                        was.get().ref(),
                        is.get().ref(),
                        changes.isEmpty()
                                ? "no difference"
                                : "%d difference%s, of which %d may change scores, levels or ranks"
                                        .formatted(changes.size(), changes.size() == 1 ? "" : "s", computing)));
        Telling.lines(changes).forEach(out::println);
        return 0;
    }

    @Command(description = "Publish a framework as an immutable version.")
    int publish(
            @Parameters(paramLabel = "FILE", description = "the framework, YAML") Path file,
            @Mixin Connection connection) {
        try {
            Api.Answer answer = connection.api().post("/frameworks", "application/yaml", InputFile.text(file));
            JsonNode framework = answer.body().path("framework");
            spec.commandLine()
                    .getOut()
                    .printf(
                            "framework %s %s: sha256 %s%n",
                            framework.path("ref").asString(""),
                            answer.isNew() ? "published" : "unchanged",
                            framework.path("hash").asString(""));
            return 0;
        } catch (ApiRefusal refusal) {
            throw refusal.of(file);
        }
    }
}
