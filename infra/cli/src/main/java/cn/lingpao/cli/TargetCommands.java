package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code lingpao target …}. */
@Command(name = "target", description = "Register targets 评估对象 and their channels.")
final class TargetCommands {

    @Spec
    CommandSpec spec;

    @Command(name = "import", description = "Register the targets of a CSV file.")
    int importFile(
            @Parameters(paramLabel = "CAMPAIGN") String campaign,
            @Parameters(paramLabel = "FILE", description = "id,name,name_en,division_code,group,marks,channels")
                    Path file,
            @Mixin Connection connection) {
        try {
            JsonNode report = connection
                    .api()
                    .post(Platform.path("campaigns", campaign, "targets"), "text/csv", InputFile.text(file))
                    .body();
            RowReport rows = new RowReport(file, spec.commandLine().getErr());
            rows.addRejected(report.path("rows"), 0);
            int exitCode = rows.exitCode();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "targets: %d created, %d updated, %d unchanged, %d rejected%n",
                            report.path("created").asInt(0),
                            report.path("updated").asInt(0),
                            report.path("unchanged").asInt(0),
                            report.path("rejected").asInt(0));
            return exitCode;
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file);
        }
    }
}
