package cn.lingpao.cli;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.FrameworkFaults;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao framework …}. */
@Command(name = "framework", description = "Check and publish frameworks 指标体系.", mixinStandardHelpOptions = true)
final class FrameworkCommands {

    @Spec
    CommandSpec spec;

    @Command(description = "Check a framework file without any server: every fault with line and column.")
    int check(@Parameters(paramLabel = "FILE", description = "the framework, YAML") Path file) {
        try {
            Framework framework = Framework.parse(InputFile.text(file));
            spec.commandLine().getOut().println(framework.ref() + " " + framework.structure());
            return 0;
        } catch (FrameworkFaults refused) {
            refused.faults().forEach(fault -> spec.commandLine()
                    .getErr()
                    .printf("%s:%d:%d: %s [%s]%n", file, fault.line(), fault.column(), fault.reason(), fault.code()));
            return 1;
        }
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
