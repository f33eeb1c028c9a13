package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import cn.lingpao.methodology.difference.Change;
import cn.lingpao.methodology.difference.FrameworkDifference;
import cn.lingpao.methodology.difference.Telling;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.FrameworkFaults;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao framework …}. */
@Command(name = "framework", description = "Check, compare and publish frameworks 指标体系.")
final class FrameworkCommands {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9._-]+");

    @Spec
    CommandSpec spec;

    @Command(description = "Check a framework file without any server: every fault with line and column.")
    int check(@Parameters(paramLabel = "FILE", description = "the framework, YAML") Path file) {
        Optional<Framework> framework = read(file);
        framework.ifPresent(sound -> spec.commandLine().getOut().println(sound.ref() + " " + sound.structure()));
        return framework.isPresent() ? 0 : 1;
    }

    private Optional<Framework> read(Path file) {
        return parse(file.toString(), InputFile.text(file));
    }

    /** The framework of a file, or else the published one of that name. */
    private Optional<Framework> read(String named, Connection connection) {
        Path file = Path.of(named);
        if (Files.exists(file) || !REFERENCE.matcher(named).matches()) {
            return read(file);
        }
        try {
            return parse(
                    named, connection.api().get(Platform.path("frameworks", named, "document"), "application/yaml"));
        } catch (PlatformRefusal refusal) {
            throw refusal.ofCommand();
        }
    }

    /** Empty, with every fault on the error stream, when it is no framework. */
    private Optional<Framework> parse(String name, String document) {
        try {
            return Optional.of(Framework.parse(document));
        } catch (FrameworkFaults refused) {
            refused.faults().forEach(fault -> spec.commandLine().getErr().println(fault.in(name)));
            return Optional.empty();
        }
    }

    @Command(description = "Say in words what changed from one framework to another: files, or published versions.")
    int diff(
            @Parameters(paramLabel = "A", description = "before: a file, or a published version id@version")
                    String before,
            @Parameters(paramLabel = "B", description = "after, likewise") String after,
            @Mixin Connection connection) {
        Optional<Framework> was = read(before, connection);
        Optional<Framework> is = read(after, connection);
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
            Platform.Answer answer = connection.api().post("/frameworks", "application/yaml", InputFile.text(file));
            JsonNode framework = answer.body().path("framework");
            spec.commandLine()
                    .getOut()
                    .printf(
                            "framework %s %s: sha256 %s%n",
                            framework.path("ref").asString(""),
                            answer.isNew() ? "published" : "unchanged",
                            framework.path("hash").asString(""));
            return 0;
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file);
        }
    }
}
